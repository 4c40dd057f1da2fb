import type { CustomerPage } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import { readSearch } from '../../domain/readSearch';
import { type CheckedListRequest, cursorBinding } from '../kit/checkListRequest';
import type { CursorSealer } from '../kit/cursorSealer';
import { countCustomers } from './countCustomers';
import type { Row, Run } from './database';
import type { FoldRows } from './foldRows';
import { isOfCountries, isOfCountry, type Position } from './orders';
import { type Reading, readRows } from './readRows';
import { toCustomer } from './rows';

/** What lists are read with. */
interface Reader {
	run: Run;
	foldRows: FoldRows;
	isIndexed: Reading['isIndexed'];
	/** Whether the indexes of one country are there. */
	hasCountries: Reading['isIndexed'];
	sealer: CursorSealer;
}

/** One page of a list by keyset: its cost does not grow with the page's number. */
export async function listCustomers(
	{ run, foldRows, isIndexed, hasCountries, sealer }: Reader,
	request: CheckedListRequest,
	scope: string,
	signal?: AbortSignal,
): Promise<CustomerPage> {
	const { query } = request;
	const binding = cursorBinding(request, scope);
	const cursor = request.cursor === null ? null : toPosition(await sealer.open(request.cursor, binding));
	const terms = query === null ? null : await readSearch(query);
	const sortsNames = request.sort.endsWith('name');
	const folded = terms === null && !sortsNames ? true : await foldRows(scope, signal);
	const plain = sortsNames && (cursor ? cursor.plain : !folded);
	const search = query === null || terms === null ? null : { query, terms, folded };
	const ofCountry = isOfCountry(request) && !plain && (await hasCountries(signal));
	const eachCountry = search === null && isOfCountries(request) && !plain && (await hasCountries(signal));
	const reading = { request, scope, cursor, plain, ofCountry, eachCountry, search, isIndexed };
	const rows = await readRows(run, reading, signal);
	const page = rows.slice(0, request.limit);
	const backward = request.direction === 'backward';
	if (backward) page.reverse();
	const more = rows.length > request.limit;
	const seal = async (edge: Row | undefined, wanted: boolean) => {
		const position = edge ? { key: edge.sort_key, id: edge.id, inclusive: false, plain } : turnBack(cursor);
		return wanted && position ? sealer.seal(position, binding) : null;
	};
	const [previous, next] = await Promise.all([
		seal(page[0], backward ? more : cursor !== null),
		seal(page.at(-1), backward ? cursor !== null : more),
	]);
	const answer: CustomerPage = { data: page.map(toCustomer), next, previous, consistency: 'strong' };
	if (request.total !== 'none') answer.total = await countCustomers(run, reading, signal);
	return answer;
}

/** The way back from an empty page begins at the cursor's own row, which the cursor itself had left out. */
function turnBack(cursor: Position | null): Position | null {
	return cursor && { ...cursor, inclusive: !cursor.inclusive };
}

function toPosition(opened: unknown): Position {
	// A cursor without `plain` is of a process that knows of no fold.
	const { key, id, inclusive, plain = true } = (opened ?? {}) as Partial<Position>;
	if (typeof key === 'string' && typeof id === 'string' && typeof inclusive === 'boolean') return { key, id, inclusive, plain };
	throw new CustomerError('invalid_cursor', { message: 'The cursor holds no position of this backend. Start again from the first page.' });
}
