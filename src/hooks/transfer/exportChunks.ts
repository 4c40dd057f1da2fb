import { throwIfAborted, wait } from '../../contract/abort';
import type { CustomerBackend, ExportOptions, ListCustomersRequest } from '../../contract/backend';
import { isKept } from '../../contract/clearableFields';
import { CustomerError } from '../../contract/errors';
import { largestLimit, normalizeRequest } from '../../contract/listRequest';
import type { CsvColumn, CsvMode, ExportDelimiter } from '../../domain/csv';
import { csvColumns, csvHeader, csvRows, defaultCsvColumns } from '../../domain/csv';
import type { Customer } from '../../domain/customer';
import { asCustomerError, callBackend, retryPolicy } from '../cache/querySettings';

/** What to export, and how. */
export interface CustomerExportJob {
	/** `all` that match, the `page` that the request asks for, or customers by their ids, in that order. */
	rows: 'all' | 'page' | readonly string[];
	/** Search, filters and sort, usually a table's own; with `page` its cursor and size too. @default every customer */
	request?: ListCustomersRequest;
	/** `spreadsheet` opens safely and readably in Excel and its kin; `data` is for programs. @default 'spreadsheet' */
	mode?: CsvMode;
	/** What parts the cells. @default what spreadsheets in the reader's language take: a semicolon where numbers have a decimal comma; `,` with `data` */
	delimiter?: ExportDelimiter;
	/** One or more of what a file can have. @default every column that the user may read and the backend can fill */
	columns?: readonly CsvColumn[];
}

export interface ExportSource {
	backend: CustomerBackend;
	scope: string;
	signal: AbortSignal;
	/** BCP 47, of the reader. */
	locale: string;
	/** What the backend keeps of anybody, where the columns follow from that. */
	keeps: () => Promise<readonly string[]>;
}

/** A piece of the file. */
export interface ExportChunk {
	part: BlobPart;
	/** Customers in this piece. */
	rows: number;
	/** Customers that were asked for by id and no longer exist. */
	missing?: number;
}

/** How many customers are fetched at once when they are asked for one by one. */
const atOnce = 4;

/**
 * The file, piece by piece: written by the server where the backend has one that can, else here, from page to page.
 * Ends only when it is complete; every failure is thrown.
 * @throws CustomerError `validation_failed` for a column that no file has, before anything is asked for
 */
export async function* exportChunks(source: ExportSource, job: CustomerExportJob): AsyncGenerator<ExportChunk, void> {
	const { rows, mode = 'spreadsheet', delimiter = usualDelimiter(mode, source.locale), columns } = job;
	if (columns && (columns.length === 0 || columns.some((column) => !csvColumns.includes(column)))) {
		throw new CustomerError('validation_failed', { message: `Export one or more columns of ${csvColumns.join()}.` });
	}
	const { total: _total, ...page } = normalizeRequest(job.request ?? {});
	const { after: _after, before: _before, ...search } = page;
	if (rows === 'all' && source.backend.exportCsv) {
		yield* serverChunks(source, search, { mode, ...(delimiter !== ',' && { delimiter }), ...(columns && { columns }) });
		return;
	}
	const own = columns ?? (await filledColumns(source));
	const write = (customers: readonly Customer[]): ExportChunk => ({
		part: csvRows(customers, own, mode, delimiter),
		rows: customers.length,
	});
	yield { part: csvHeader(own, mode, delimiter), rows: 0 };
	if (rows === 'page') {
		yield write((await readPage(source, page)).data);
	} else if (rows === 'all') {
		for await (const customers of walkPages(source, search)) yield write(customers);
	} else {
		for await (const found of readEach(source, rows)) {
			const customers = found.filter((customer) => customer !== null);
			yield { ...write(customers), missing: found.length - customers.length };
		}
	}
}

/** What opens as columns by a double click: Excel parts cells by semicolons where the comma is in the numbers. */
export function usualDelimiter(mode: CsvMode, locale: string): ExportDelimiter {
	const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
	return mode === 'spreadsheet' && decimal === ',' ? ';' : ',';
}

async function filledColumns({ keeps }: ExportSource): Promise<readonly CsvColumn[]> {
	const kept = await keeps();
	return defaultCsvColumns.filter((column) => isKept(column, kept));
}

async function* serverChunks(
	{ backend, scope, signal }: ExportSource,
	request: ListCustomersRequest,
	options: Pick<ExportOptions, 'mode' | 'delimiter' | 'columns'>,
): AsyncGenerator<ExportChunk, void> {
	const stream = await callBackend(() => backend.exportCsv!(request, { scope, signal, ...options }));
	const reader = stream.getReader();
	const count = rowCounter();
	try {
		for (;;) {
			const { done, value } = await callBackend(() => reader.read());
			if (done) return;
			yield { part: value as BlobPart, rows: count(value) };
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

/** Counts the rows after the header: line feeds outside quotes, which are single bytes in UTF-8. */
function rowCounter(): (bytes: Uint8Array) => number {
	let quoted = false;
	let header = true;
	return (bytes) => {
		let rows = 0;
		for (const byte of bytes) {
			if (byte === 34) quoted = !quoted;
			else if (byte === 10 && !quoted) {
				if (!header) rows++;
				header = false;
			}
		}
		return rows;
	};
}

async function* walkPages(source: ExportSource, search: ListCustomersRequest): AsyncGenerator<readonly Customer[], void> {
	const { paging } = await read(source, (options) => source.backend.capabilities(options));
	const limit = largestLimit(paging.maxLimit);
	for (let after: string | undefined; ; ) {
		const { data, next } = await readPage(source, { ...search, limit, ...(after !== undefined && { after }) });
		yield data;
		if (next === null) return;
		if (next === after)
			throw new CustomerError('bad_upstream_response', { message: 'The backend’s next cursor leads to the same page again.' });
		after = next;
	}
}

function readPage(source: ExportSource, request: ListCustomersRequest) {
	return read(source, (options) => source.backend.list(request, options));
}

/** Customers by id, some at a time and in their order; `null` for one that no longer exists. */
async function* readEach(source: ExportSource, ids: readonly string[]): AsyncGenerator<(Customer | null)[], void> {
	for (let at = 0; at < ids.length; at += atOnce) {
		yield await Promise.all(
			ids.slice(at, at + atOnce).map((id) =>
				read(source, (options) => source.backend.get(id, options)).catch((error: unknown) => {
					if (asCustomerError(error).code === 'not_found') return null;
					throw error;
				}),
			),
		);
	}
}

/** One read, tried again where that may help. */
async function read<T>(
	{ backend, scope, signal }: ExportSource,
	call: (options: { scope: string; signal: AbortSignal }) => Promise<T> | T,
): Promise<T> {
	const { retry, retryDelay } = retryPolicy(backend);
	for (let failures = 0; ; failures++) {
		throwIfAborted(signal);
		try {
			return await callBackend(() => call({ scope, signal }));
		} catch (error) {
			const failure = asCustomerError(error);
			if (signal.aborted || !retry(failures, failure)) throw failure;
			await wait(retryDelay(failures, failure), signal);
		}
	}
}
