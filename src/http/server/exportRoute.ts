import type { Capabilities, CustomerPage, ListCustomersRequest } from '../../contract/backend';
import { isKept } from '../../contract/clearableFields';
import { largestLimit } from '../../contract/listRequest';
import type { CsvColumn, CsvMode, ExportDelimiter } from '../../domain/csv';
import { csvColumns, csvHeader, csvRows, defaultCsvColumns, exportDelimiters, fieldOfColumn } from '../../domain/csv';
import { decodePage } from '../protocol/decodeCustomer';
import type { BodyChecks } from './bodyChecks';
import type { Call, RouteResponse } from './call';
import { callBackend, capabilitiesOf, readBody } from './call';
import { checked } from './checked';
import { requireReadable, visiblePage } from './fieldAccess';
import { listRequestOfBody } from './listRequest';
import { callerLeft, ProblemError, validationFailed } from './problemError';
import { limitErrors, requireSupported, unsupported } from './requireSupported';

const lineBreak = '\r\n';

interface ExportBody {
	request: ListCustomersRequest;
	mode: CsvMode;
	delimiter: ExportDelimiter;
	columns: readonly CsvColumn[] | undefined;
}

/** The export of a body. */
export function exportBody(body: unknown, checks: BodyChecks): ExportBody {
	const from = checks.object(body, ['request', 'format', 'mode', 'columns', 'delimiter']) ?? {};
	const request = listRequestOfBody(from.request, checks, ['request']);
	if (request.before !== undefined) checks.add(['request', 'before'], 'not_supported');
	if (request.total !== undefined && request.total !== 'none') checks.add(['request', 'total'], 'not_supported');
	checks.oneOf(from.format, ['csv'], ['format']);
	const mode = checks.oneOf(from.mode, ['spreadsheet', 'data'], ['mode']);
	const delimiter = from.delimiter === undefined ? ',' : checks.oneOf(from.delimiter, exportDelimiters, ['delimiter']);
	const columns =
		from.columns === undefined
			? undefined
			: checks.array(from.columns, 1, 50, ['columns'])?.map((name, at, all) => {
					if (all.indexOf(name) !== at) checks.add(['columns', at], 'duplicate');
					return checks.oneOf(name, csvColumns, ['columns', at]) ?? 'id';
				});
	return { request, mode: mode ?? 'data', delimiter: delimiter ?? ',', columns };
}

/** The columns to write: those asked for, else those that there is something in. @throws `forbidden` for one that may not be read */
function readableColumns(columns: readonly CsvColumn[] | undefined, call: Call, { keeps }: Capabilities): readonly CsvColumn[] {
	const readable = (column: CsvColumn) => call.access.canRead(fieldOfColumn(column));
	if (columns === undefined) return defaultCsvColumns.filter((column) => readable(column) && isKept(column, keeps));
	const errors = columns.flatMap((column, at) => (readable(column) ? [] : [{ pointer: `/columns/${at}`, code: 'forbidden' }]));
	if (errors.length > 0)
		throw new ProblemError('forbidden', { errors, message: 'The grant does not let this actor read an exported column (fields.read).' });
	return columns;
}

/** What is asked for, with the columns to write and the size of a page. @throws whatever speaks against it */
async function requestedExport(call: Call): Promise<ExportBody & { columns: readonly CsvColumn[] }> {
	const body = checked(await readBody(call), exportBody);
	const { request } = body;
	const capabilities = await capabilitiesOf(call);
	const columns = readableColumns(body.columns, call, capabilities);
	if (!capabilities.export) throw unsupported(['']);
	const errors = limitErrors(request, capabilities, '/request');
	if (errors.length > 0) throw validationFailed(errors);
	requireReadable(request, capabilities, call.access, '/request');
	requireSupported(request, capabilities, '/request');
	return { ...body, columns, request: { ...request, limit: request.limit ?? largestLimit(capabilities.paging.maxLimit) } };
}

/** A page in its turn, as this actor may see it. @throws `bad_upstream_response` for one that leads to itself */
async function exportPage(call: Call, request: ListCustomersRequest, onTurn?: () => void): Promise<CustomerPage> {
	const { deadline, access, settings } = call;
	const read = () => {
		onTurn?.();
		return callBackend(call, decodePage, (options) => call.backend.list(request, options));
	};
	const page = await deadline.run(() => settings.exportTurns(access.scope, deadline.signal, read));
	if (page.next === request.after) {
		throw new ProblemError('bad_upstream_response', { message: 'The backend’s next cursor leads to the same page again.' });
	}
	return visiblePage(page, access);
}

/** Nobody who reads takes longer for a page, in milliseconds. */
const readWithin = 120_000;

/**
 * `POST /export`: every match as CSV, a page at a time, so that a million rows need the memory of a hundred. The request's
 * `limit` is the size of a page, not of the export.
 */
export async function handleExport(call: Call): Promise<RouteResponse> {
	const asked = await requestedExport(call);
	const leave = call.settings.countExport(call.access);
	try {
		const chunk = await firstChunk(call, asked);
		return {
			status: 200,
			headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': 'attachment; filename="customers.csv"' },
			body: exportStream(call, chunk, leave),
		};
	} catch (error) {
		leave();
		throw error;
	}
}

/** A part of the file, and what gets the next one; `onTurn` hears when it is read. */
interface Chunk {
	text: string;
	more: ((onTurn: () => void) => Promise<Chunk>) | null;
}

/** Fetched before the response begins, so that what fails here is still a proper problem. */
async function firstChunk(call: Call, { request, mode, delimiter, columns }: Awaited<ReturnType<typeof requestedExport>>): Promise<Chunk> {
	const chunk = async (after: string | undefined, onTurn?: () => void): Promise<Chunk> => {
		const { data, next } = await exportPage(call, { ...request, ...(after !== undefined && { after }) }, onTurn);
		return { text: csvRows(data, columns, mode, delimiter), more: next === null ? null : (turn) => chunk(next, turn) };
	};
	const { text, more } = await chunk(request.after);
	// Once it is ready to leave: what breaks off later was seen all the same.
	call.audit({ action: 'export', outcome: 'exported', fields: [...new Set(columns.map(fieldOfColumn))] });
	return { text: csvHeader(columns, mode, delimiter) + text, more };
}

/** The file from its first part on. `leave` is called at its end, however that comes. */
function exportStream(call: Call, first: Chunk, leave: () => void): ReadableStream<Uint8Array> {
	const { deadline } = call;
	const encoder = new TextEncoder();
	let { text: unsent, more } = first;
	let asking = false;
	let over = false;
	let unread: ReturnType<typeof setTimeout>;
	const end = () => {
		over = true;
		clearTimeout(unread);
		deadline.stop();
		leave();
	};
	const breakOff = (error: unknown) => {
		if (over) return;
		end();
		deadline.abort();
		call.failed(error);
	};
	deadline.pause();
	// While a page is asked for, whatever ends that says why.
	deadline.signal.addEventListener('abort', () => asking || breakOff(callerLeft()));
	const waitForReader = (controller: ReadableStreamDefaultController) => {
		unread = setTimeout(() => {
			breakOff(callerLeft());
			controller.error(new Error('Nobody read the export.'));
		}, readWithin);
	};
	return new ReadableStream<Uint8Array>(
		{
			start: waitForReader,
			async pull(controller) {
				clearTimeout(unread);
				try {
					asking = true;
					while (unsent === lineBreak && more !== null) {
						const page = await more(deadline.restart);
						deadline.pause();
						unsent += page.text;
						more = page.more;
					}
					asking = false;
					if (over) return;
					if (more === null) {
						end();
						controller.enqueue(encoder.encode(unsent));
						controller.close();
					} else {
						// So that only a whole file ends in a line break: to a proxy that speaks HTTP/1.0 to us, breaking off looks like the end.
						controller.enqueue(encoder.encode(unsent.slice(0, -lineBreak.length)));
						unsent = lineBreak;
						waitForReader(controller);
					}
				} catch (error) {
					breakOff(error);
					controller.error(new Error('The export broke off.'));
				}
			},
			cancel: () => breakOff(callerLeft()),
		},
		{ highWaterMark: 0 },
	);
}
