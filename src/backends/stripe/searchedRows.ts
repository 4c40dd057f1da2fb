import type { CallOptions } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import type { CheckedListRequest } from '../kit/checkListRequest';
import { type Account, customersOf, readIfThere, search } from './account';
import { inRange } from './rows';
import { readQuery, type SearchQuery } from './searchQuery';

/** A batch of the index: where it begins for Stripe, and before which time of creation. */
type Batch = readonly [page: string | null, before: string | null];

/** Where a page of a search begins or ends: in the last of these batches, at a customer. */
export interface SearchPosition {
	batches: readonly Batch[];
	at: readonly [id: string, created: string] | null;
}

interface Loaded {
	customers: Customer[];
	next: Batch | null;
}

export interface SearchedPage {
	customers: Customer[];
	/** Where the next page begins, and the previous one ends; `null` where there is none. */
	next: SearchPosition | null;
	previous: SearchPosition | null;
}

const batchSize = 100;
/** Stripe's own cursors are opaque; a cursor of ours has to fit into a URL. */
const maxKept = 2000;
/** In good times search knows of a write within a minute; what it does not know after that may be gone. */
const usualLagMs = 60_000;

/** A page of what Stripe's index finds, with what was written lately as it is now. */
export async function searchedRows(
	account: Account,
	request: CheckedListRequest,
	position: SearchPosition | null,
	call: CallOptions,
): Promise<SearchedPage> {
	const query = readQuery(request.query ?? '');
	const load = (batch: Batch) => loadBatch(account, query, request, batch, call);
	return request.direction === 'forward' ? forward(load, position, request.limit) : backward(load, position, request.limit);
}

type Load = (batch: Batch) => Promise<Loaded>;

async function forward(load: Load, position: SearchPosition | null, limit: number): Promise<SearchedPage> {
	let batches: readonly Batch[] = position?.batches ?? [[null, null]];
	const found: { customer: Customer; batches: readonly Batch[] }[] = [];
	let begins = position === null;
	for (let at = position?.at ?? null; ; at = null) {
		const { customers, next } = await load(batches.at(-1)!);
		const from = at === null ? 0 : indexAfter(customers, at);
		for (const customer of customers.slice(from)) found.push({ customer, batches });
		if (found.length > limit || next === null) break;
		batches = [...batches, next];
	}
	const page = found.slice(0, limit);
	const [first, last] = [page[0], page.at(-1)];
	if (!first) begins = true;
	return {
		customers: page.map(({ customer }) => customer),
		next: found.length > limit && last ? positionAt(last) : null,
		previous: begins || !first ? null : positionAt(first),
	};
}

async function backward(load: Load, position: SearchPosition | null, limit: number): Promise<SearchedPage> {
	let batches: readonly Batch[] = position?.batches ?? [[null, null]];
	let found: { customer: Customer; batches: readonly Batch[] }[] = [];
	for (let at = position?.at ?? null; ; at = null) {
		const { customers } = await load(batches.at(-1)!);
		const to = at === null ? customers.length : indexBefore(customers, at);
		const here = batches;
		found = [...customers.slice(0, to).map((customer) => ({ customer, batches: here })), ...found];
		if (found.length > limit || batches.length === 1) break;
		batches = batches.slice(0, -1);
	}
	const page = found.slice(-limit);
	const [first, last] = [page[0], page.at(-1)];
	return {
		customers: page.map(({ customer }) => customer),
		next: last ? positionAt(last) : null,
		previous: found.length > limit && first ? positionAt(first) : null,
	};
}

function positionAt({ customer, batches }: { customer: Customer; batches: readonly Batch[] }): SearchPosition {
	let kept = batches;
	while (kept.length > 1 && JSON.stringify(kept).length > maxKept) kept = kept.slice(1);
	return { batches: kept, at: [customer.id, customer.created ?? ''] };
}

/** The customer may be gone by now; then its time of creation shows the place. */
function indexAfter(customers: readonly Customer[], [id, created]: readonly [string, string]): number {
	const at = customers.findIndex((customer) => customer.id === id);
	if (at >= 0) return at + 1;
	const older = customers.findIndex((customer) => (customer.created ?? '') <= created);
	return older < 0 ? customers.length : older;
}

function indexBefore(customers: readonly Customer[], [id, created]: readonly [string, string]): number {
	const at = customers.findIndex((customer) => customer.id === id);
	if (at >= 0) return at;
	const older = customers.findIndex((customer) => (customer.created ?? '') <= created);
	return older < 0 ? customers.length : older;
}

async function loadBatch(
	account: Account,
	query: SearchQuery,
	{ created }: CheckedListRequest,
	[page, before]: Batch,
	call: CallOptions,
): Promise<Loaded> {
	const params = { query: query.text, limit: batchSize, ...(page !== null && { page }) };
	const { rows, more, nextPage } = await search(account, params, call);
	const indexed = customersOf(rows);
	const oldest = indexed.at(-1)?.created ?? '';
	const ends = !more || nextPage === null || (created.gte !== null && oldest < created.gte);
	const late = await lateWrites(account, query, indexed, call);
	// Each write shows where its time of creation puts it: in this batch, unless that is of another one's time.
	const here = late.filter((customer) => isHere(customer, before, ends ? null : oldest));
	const ids = new Set(here.map(({ id }) => id));
	const customers = indexed.flatMap((customer): Customer[] => {
		if (ids.has(customer.id)) return [];
		const write = account.recent.get(customer.id);
		if (!write) return [customer];
		return query.finds(write.customer) && !ids.has(customer.id) ? [write.customer] : [];
	});
	for (const customer of here) {
		const at = customers.findIndex((other) => (other.created ?? '') <= (customer.created ?? ''));
		customers.splice(at < 0 ? customers.length : at, 0, customer);
	}
	return { customers: customers.filter((customer) => inRange(customer, created)), next: ends ? null : [nextPage, oldest] };
}

function isHere({ created }: Customer, before: string | null, from: string | null): boolean {
	return (before === null || (created ?? '') < before) && (from === null || (created ?? '') >= from);
}

/** What was written here and matches, and what the batch does not have. */
async function lateWrites({ recent, ...account }: Account, query: SearchQuery, indexed: readonly Customer[], call: CallOptions) {
	const known = new Set(indexed.map(({ id }) => id));
	const missing = recent.all().filter(({ customer }) => !known.has(customer.id) && query.finds(customer));
	const sure = await Promise.all(
		missing.map(({ customer, at }) => (Date.now() - at < usualLagMs ? customer : readIfThere({ ...account, recent }, customer.id, call))),
	);
	return sure.filter((customer): customer is Customer => customer !== null && query.finds(customer));
}
