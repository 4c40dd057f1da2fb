import type { CallOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { badAnswer } from '../kit/answer';
import { notFound } from '../kit/refusals';
import { type Calls, isRefused, type ListAnswer } from './calls';
import type { RecentWrites } from './recentWrites';
import { quoted } from './searchQuery';
import { isDeleted, toCustomer } from './toCustomer';

/** An account's customers, as far as its client can reach them. */
export interface Account {
	calls: Calls;
	recent: RecentWrites;
	/** Whether it has search, as far as is known. */
	searches(): boolean;
	/** What a refused search shows. */
	noSearch(): void;
}

/**
 * A customer as it is. Throws `not_found`, also for one who was deleted.
 *
 * @param how `send` for a read of its own, which is not older than its call
 */
export async function readCustomer(
	{ calls, recent }: Account,
	id: string,
	call: CallOptions,
	how: 'read' | 'send' = 'read',
): Promise<Customer> {
	try {
		return whole(await calls[how]('customers.retrieve', [id, {}], call, { customer: true }), id);
	} catch (error) {
		if (isRefused(error, 'not_found')) recent.forget(id);
		throw error;
	}
}

/** The customer that was asked for. Throws `not_found` for one who was deleted, `bad_upstream_response` for another one. */
export function whole(answer: unknown, id: string): Customer {
	if (isDeleted(answer)) throw notFound();
	const customer = toCustomer(answer);
	if (customer.id !== id) throw badAnswer('The answer is not the customer that was asked for.');
	return customer;
}

/** A customer as it is now; `null` once it is gone. */
export async function readIfThere(account: Account, id: string, call: CallOptions): Promise<Customer | null> {
	try {
		return await readCustomer(account, id, call);
	} catch (error) {
		if (isRefused(error, 'not_found')) return null;
		throw error;
	}
}

export function customersOf(rows: readonly unknown[]): Customer[] {
	return rows.filter((row) => !isDeleted(row)).map(toCustomer);
}

/** What every account with search can look for. */
const plainest = { query: 'email:"nobody@example.com"', limit: 1 };

/**
 * Search, where the account has it; nothing where it turns out that it has not: where it refuses even the plainest. Whoever looks for
 * what Stripe does not take must not end search for everybody.
 */
export async function search(account: Account, params: object, call: CallOptions): Promise<ListAnswer> {
	const ask = (asked: object) => account.calls.list('customers.search', asked, call, { search: true });
	try {
		return await ask(params);
	} catch (error) {
		if (!isRefused(error, 'not_supported')) throw error;
		const plain = await ask(plainest).then(
			() => null,
			(refusal: unknown) => refusal,
		);
		if (plain === null) throw refusedSearch('page' in params, error as CustomerError);
		if (!isRefused(plain, 'not_supported')) throw plain;
		account.noSearch();
		throw error;
	}
}

function refusedSearch(goesOn: boolean, { cause }: CustomerError): CustomerError {
	if (goesOn) return new CustomerError('invalid_cursor', { cause, message: 'Stripe does not take its own cursor any more. Search anew.' });
	return new CustomerError('malformed_request', { cause, message: 'Stripe does not take what is searched for. Search for less.' });
}

/**
 * Every customer with an email, in whatever case, the oldest first. The filter of lists is exact and up to date, the search ignores case and
 * lags, and this process knows what it wrote: together they miss only what another process has just written in another case.
 *
 * @param newest also looks through the newest hundred customers, for who was made a moment ago
 */
export async function findByEmail(account: Account, email: string, call: CallOptions, newest = false): Promise<Customer[]> {
	const { calls, recent } = account;
	const key = emailKey(email);
	const typed = email.trim();
	const remembered = recent.ofEmail(email);
	const [lists, found, known] = await Promise.all([
		Promise.all([
			...[...new Set([typed, key])].map((spelling) => calls.list('customers.list', { email: spelling, limit: 100 }, call)),
			...(newest ? [calls.list('customers.list', { limit: 100 }, call)] : []),
		]),
		searched(account, typed, call),
		remembered === undefined ? null : readIfThere(account, remembered, call),
	]);
	const current = customersOf(lists.flatMap(({ rows }) => rows));
	// The index may still have an email that was given up.
	const listed = new Set(current.map(({ id }) => id).concat(known?.id ?? []));
	const unsure = found.filter(({ id, email: indexed }) => !listed.has(id) && indexed !== null && emailKey(indexed) === key);
	const sure = await Promise.all(unsure.map(({ id }) => readIfThere(account, id, call)));
	const all = [...current, ...(known ? [known] : []), ...sure.filter((customer) => customer !== null)];
	const matches = all.filter((customer) => customer.email !== null && emailKey(customer.email) === key);
	return [...new Map(matches.map((customer) => [customer.id, customer])).values()].sort((a, b) =>
		(a.created ?? '') < (b.created ?? '') ? -1 : 1,
	);
}

async function searched(account: Account, email: string, call: CallOptions): Promise<Customer[]> {
	if (!account.searches()) return [];
	try {
		return customersOf((await search(account, { query: `email:${quoted(email)}`, limit: 100 }, call)).rows);
	} catch (error) {
		if (isRefused(error, 'not_supported', 'malformed_request')) return [];
		throw error;
	}
}
