import { closeTime } from './closeTime';
import type { Row, Run } from './database';
import { filterCustomers, type Search } from './filterCustomers';
import { type Filtering, gather, type Searching, type Walk, walk } from './gather';
import { gatherInOrder } from './gatherInOrder';
import { isDescending, type Ordered, orderOf, type Part, type Position, partsOf } from './orders';
import { customerColumns } from './rows';
import { createStatement } from './statement';
import { isTelling, timeTerms } from './terms';

/** What is read of a list. */
export interface Reading extends Ordered {
	scope: string;
	/** `null` where nothing is searched. */
	search: Search | null;
	/** Whether the first of each country are read from its own index: in the order of all, they may come last. */
	eachCountry: boolean;
	/** Whether the index of search is there. */
	isIndexed(signal?: AbortSignal): Promise<boolean>;
}

/**
 * How far a search walks in the order of the list before it asks its index. `glance`: rows that cost next to nothing where it finds none;
 * in the order of creation they lie side by side, those of one country less so. `patience`: rows after which the page has to be complete,
 * by what was seen at a glance; to read them costs less than to fetch and sort all that the index finds, where those are many.
 */
const bounds = {
	created: { glance: 600, patience: 5000 },
	createdOfCountry: { glance: 240, patience: 5000 },
	name: { glance: 90, patience: 1300 },
	email: { glance: 90, patience: 2000 },
};
/** The same in the order of emails for customers of a time, and how many are seen of it at a glance where a page may be that near. */
const ofTime = { glance: 600, some: 2, patience: 3300 };
/** Times as many rows as a page takes by what was seen at a glance: not all of the order is as its first rows. */
const margin = 2;
/** A page of which so much is found is likely to be complete after as many rows again. */
const nearly = 2 / 3;
/** Finds that may be fetched and sorted for a page of fewer, and where less than `seldom` were seen at a glance. */
const [few, rare, seldom] = [400, 5, 2];
/** Of a page, what was found where it was looked for nearby: of less there may be few at all. */
const little = 1 / 4;
/** Times as many finds as are wanted that are looked for nearby: not all of it is as what was seen first. */
const ample = 3;

/**
 * The rows of a page and one more, each with its `sort_key`. Postgres cannot tell how many rows a search finds: it would walk a whole
 * order for what is nowhere in it, or fetch and sort a million rows for what is everywhere. So a search looks first.
 */
export async function readRows(run: Run, reading: Reading, signal?: AbortSignal): Promise<readonly Row[]> {
	const { request, search, plain, isIndexed } = reading;
	const wanted = request.limit + 1;
	const { gte, lt } = request.created;
	if (gte !== null && lt !== null && gte >= lt) return [];
	if (search === null) {
		const page = await readTime(run, reading, wanted, signal);
		return page ?? readInParts(run, reading, wanted, signal);
	}
	const searching = { ...reading, search };
	// Nobody shares an email: terms would only be read again of the one who has it.
	const indexed = request.email === null && (await isIndexed(signal));
	// What is not folded yet has no terms that would narrow it down.
	const narrow = indexed && search.folded;
	if (narrow && isTelling(search.terms)) {
		const { rows, isAll } = await gather(run, searching, { wanted, indexed, most: few }, signal);
		if (isAll) return rows;
	}
	const byTime = request.sort.endsWith('created');
	const timed = narrow && !byTime ? await closeTime(run, searching, signal) : searching;
	if (timed === null) return [];
	if (timed !== searching) {
		const { rows, isAll } = await gather(run, timed, { wanted, indexed, most: few }, signal);
		if (isAll) return rows;
	}
	const part = partOf(reading);
	const { glance, patience } = bounds[orderOfList(request)];
	const glimpse = await walk(run, searching, { bound: glance, wanted, part }, signal);
	const isPage = ({ found, last }: Near) => found.length === wanted || (!last && part === undefined);
	if (isPage(glimpse)) return glimpse.found;
	let near: Near = glimpse;
	// By time the index costs no more than some hundred rows.
	const isNear = narrow && byTime ? near.found.length >= nearly * wanted : true;
	const rowsAhead = narrow && byTime ? glance : Math.ceil((margin * (wanted - near.found.length) * glance) / near.found.length);
	if (isNear && rowsAhead <= patience) near = await walkOn(run, searching, near, { bound: rowsAhead, wanted, part }, signal);
	if (isPage(near)) return near.found;
	if (narrow && byTime) {
		// Of two words that are common the index takes its time: without a filter, it is asked at once for those that are near.
		const hasMany = search.terms.words.length > 1 && request.country === null && gte === null && lt === null;
		if (near.found.length < seldom && !hasMany) {
			const all = await gather(run, searching, { wanted, indexed, most: rare }, signal);
			if (all.isAll) return all.rows;
		}
		const rows = await gatherNear(run, searching, { ...glimpse, rows: glance } as Glance, signal);
		return rows ?? (await gather(run, searching, { wanted, indexed }, signal)).rows;
	}
	if (narrow && !plain) {
		const rows = await gatherInOrder(run, timed, signal);
		if (rows) return rows;
	}
	return (await gather(run, timed, { wanted, indexed }, signal)).rows;
}

function orderOfList({ sort, country }: Reading['request']): keyof typeof bounds {
	if (sort.endsWith('created')) return country?.length === 1 ? 'createdOfCountry' : 'created';
	return sort.endsWith('name') ? 'name' : 'email';
}

/** What is found so far in the order of a list, and the last that was looked at unless that was its end. */
interface Near {
	found: readonly Row[];
	last?: Row | undefined;
}

/** What is found with so many rows more. */
async function walkOn(
	run: Run,
	list: Filtering,
	{ found, last }: Near,
	{ bound, wanted, part }: Walk,
	signal?: AbortSignal,
): Promise<Near> {
	if (!last || found.length === wanted) return { found, last };
	const cursor = positionOf(last, list.plain);
	const further = await walk(run, { ...list, cursor }, { bound, wanted: wanted - found.length, part }, signal);
	return { found: [...found, ...further.found], last: further.last };
}

function positionOf(row: Row, plain: boolean): Position {
	return { key: String(row.sort_key), id: String(row.id), inclusive: false, plain };
}

/** The part that a walk by name of one country begins in, where its index has the parts the other way round. */
function partOf(reading: Reading): Part | undefined {
	return (reading.ofCountry || reading.eachCountry) && reading.request.sort === 'name' ? partsOf(reading)[0] : undefined;
}

/** The page by email of a time, of which no index in that order knows: its customers may come last there. */
async function readTime(run: Run, reading: Reading, wanted: number, signal?: AbortSignal): Promise<readonly Row[] | null> {
	const { sort, created, email } = reading.request;
	if (!sort.endsWith('email') || email !== null || (created.gte === null && created.lt === null)) return null;
	const all = await gather(run, reading, { wanted, indexed: false, most: few }, signal);
	if (all.isAll) return all.rows;
	const { glance, patience } = ofTime;
	let near: Near = await walk(run, reading, { bound: glance, wanted }, signal);
	if (near.found.length >= ofTime.some) near = await walkOn(run, reading, near, { bound: patience, wanted }, signal);
	if (near.found.length === wanted || !near.last) return near.found;
	return (await gather(run, reading, { wanted, indexed: false }, signal)).rows;
}

async function readInParts(run: Run, reading: Reading, wanted: number, signal?: AbortSignal): Promise<readonly Row[]> {
	if (partOf(reading) === undefined) return readInOrder(run, reading, wanted, undefined, signal);
	const rows: Row[] = [];
	for (const [n, part] of partsOf(reading).entries()) {
		const rest = n === 0 ? reading : { ...reading, cursor: null };
		rows.push(...(await readInOrder(run, rest, wanted - rows.length, part, signal)));
		if (rows.length === wanted) break;
	}
	return rows;
}

function readInOrder(run: Run, reading: Reading, wanted: number, part?: Part, signal?: AbortSignal): Promise<readonly Row[]> {
	const statement = createStatement();
	const { request, scope, eachCountry } = reading;
	const filters = filterCustomers(statement, eachCountry ? { ...request, country: null } : request, scope);
	const { from, orderBy, key } = orderOf(statement, reading, part);
	const where = [...filters, ...from].join(' AND ');
	const first = `ORDER BY ${orderBy} LIMIT ${statement.value(wanted)}::int`;
	const rows = eachCountry
		? `unnest(${statement.value(request.country)}::text[]) AS one (country) CROSS JOIN LATERAL (
			SELECT * FROM proyecta_customers AS customer WHERE ${where} AND customer.country = one.country ${first}
		) AS customer`
		: `proyecta_customers AS customer WHERE ${where}`;
	return run(`SELECT ${customerColumns}, ${key} AS sort_key FROM ${rows} ${first}`, statement.params, signal);
}

/** What was seen of the first rows of a list. */
interface Glance {
	rows: number;
	found: readonly Row[];
	first: Row;
	middle: Row;
	last: Row;
}

/** The page from the index, of a time in which it is likely to be complete; `null` where it was not, and others have to be looked at. */
async function gatherNear(run: Run, searching: Searching, glance: Glance, signal?: AbortSignal): Promise<readonly Row[] | null> {
	const { rows, found } = glance;
	const wanted = searching.request.limit + 1;
	const [first, middle, last] = [glance.first, glance.middle, glance.last].map((row) => Date.parse(String(row.sort_key)) / 1000) as [
		number,
		number,
		number,
	];
	// By the rows further off: what came last may have come after a pause.
	const secondsARow = Math.max(Math.abs(middle - last), 1) / (rows / 2);
	let ahead = (ample * wanted * rows) / Math.max(found.length, 0.5);
	for (let tries = 0; tries < 3; tries++) {
		const seconds = Math.abs(last - first) + Math.max(ahead - rows, 0) * secondsARow;
		const some = timeTerms(first, isDescending(searching.request) ? -seconds : seconds);
		if (!some) return null;
		const near = await gather(run, searching, { wanted, indexed: true, some, most: few }, signal);
		if (near.isAll && near.rows.length === wanted) return near.rows;
		// Perhaps there are few at all.
		const areFew = near.isAll && tries === 0 && near.rows.length < wanted * little;
		const all = areFew ? await gather(run, searching, { wanted, indexed: true, most: few }, signal) : null;
		if (all?.isAll) return all.rows;
		ahead *= near.isAll ? (ample * wanted) / Math.max(near.rows.length, 2) : 1 / 8;
	}
	return null;
}
