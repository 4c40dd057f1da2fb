import type { CallOptions } from '../../contract/backend';
import { isCustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import type { Calls } from './calls';
import { isDeleted, toCustomer } from './toCustomer';

/** Emails that are remembered, the oldest forgotten first. */
const maxRemembered = 10_000;

/** Finds customers by email key, as far as the dialect can. */
export interface Emails {
	/** Every customer with that email, in any spelling. Asks for it as typed and as key, by filter and by search. */
	search(spellings: readonly string[], call: CallOptions): Promise<Customer[]>;
	/** The customer with that email; `null` when there is none, or none that can be known of. */
	find(email: string, call: CallOptions): Promise<Customer | null>;
	/** Keeps in mind who has an email: the object dialect has no other way to find out. */
	remember(customer: Customer): void;
}

export function createEmails(calls: Calls, searchable: boolean): Emails {
	const known = new Map<string, string>();

	async function search(spellings: readonly string[], call: CallOptions): Promise<Customer[]> {
		const key = emailKey(spellings[0]!);
		// The filter is exact, in which case is not documented; the search ignores case, but may lag. Together they miss nothing.
		const answers = await Promise.all(
			[...new Set([...spellings.map((spelling) => spelling.trim()), key])].flatMap((text) => [
				calls.list({ limit: 100, email: text }, call),
				calls.list({ limit: 100, query: text }, call),
			]),
		);
		const rows = answers.flatMap((answer) => answer.rows.filter((row) => !isDeleted(row)).map(toCustomer));
		const matches = rows.filter(({ email }) => email !== null && emailKey(email) === key);
		return [...new Map(matches.map((customer) => [customer.id, customer])).values()];
	}

	async function recall(key: string, call: CallOptions): Promise<Customer | null> {
		const id = known.get(key);
		if (id === undefined) return null;
		try {
			const answer = await calls.get(id, call);
			const customer = isDeleted(answer) ? null : toCustomer(answer);
			if (customer?.email != null && emailKey(customer.email) === key) return customer;
		} catch (error) {
			if (!isCustomerError(error) || error.code !== 'not_found') throw error;
		}
		known.delete(key);
		return null;
	}

	return {
		search,
		async find(email, call) {
			return (await recall(emailKey(email), call)) ?? (searchable ? ((await search([email], call))[0] ?? null) : null);
		},
		remember({ id, email }) {
			if (email === null) return;
			known.set(emailKey(email), id);
			if (known.size > maxRemembered) known.delete(known.keys().next().value!);
		},
	};
}
