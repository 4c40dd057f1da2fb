import type { StripeCustomer } from './customers';
import { type Form, textOf } from './form';
import { invalid } from './refusal';

const clause =
	/^(-?)(email|name|phone|created|metadata\["(?:[^"\\]|\\.)*"\])\s*(:|~|>=|<=|>|<)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d+|null)/;

/** A query of Stripe's search language, as far as customers have one: clauses joined by AND or by OR, never by both, no brackets. */
export function matcherOf(query: string): (row: StripeCustomer) => boolean {
	const tests: ((row: StripeCustomer) => boolean)[] = [];
	let joint: string | undefined;
	for (let rest = query.trim(); ; ) {
		const match = clause.exec(rest);
		if (!match) throw invalid('query');
		tests.push(testOf(match as unknown as [string, string, string, string, string]));
		rest = rest.slice(match[0].length).trim();
		if (rest === '') break;
		const word = /^(AND|OR)\s+/.exec(rest)?.[1] ?? 'AND';
		if (joint !== undefined && joint !== word) throw invalid('query');
		joint = word;
		rest = rest.replace(/^(AND|OR)\s+/, '');
	}
	if (tests.length > 10) throw invalid('query');
	return joint === 'OR' ? (row) => tests.some((test) => test(row)) : (row) => tests.every((test) => test(row));
}

function testOf([, not, field, operator, literal]: [string, string, string, string, string]): (row: StripeCustomer) => boolean {
	const text = /^["']/.test(literal) ? literal.slice(1, -1).replace(/\\(.)/g, '$1') : literal;
	if (operator === '~' && [...text].length < 3) throw invalid('query');
	const holds = (row: StripeCustomer): boolean => {
		if (field === 'created') {
			const wanted = Number(text);
			if (operator === '>') return row.created > wanted;
			if (operator === '>=') return row.created >= wanted;
			if (operator === '<') return row.created < wanted;
			if (operator === '<=') return row.created <= wanted;
			return row.created === wanted;
		}
		const value = row[field] as string | null;
		if (literal === 'null') return value === null;
		const [has, wanted] = [(value ?? '').toLowerCase(), text.toLowerCase()];
		return operator === '~' ? has.includes(wanted) : has === wanted;
	};
	return (row) => holds(row) !== (not === '-');
}

/** The customers as the index knew them some time ago. */
export class SearchIndex {
	#entries = new Map<string, { at: number; row: StripeCustomer | null }[]>();

	/** What a customer is from now on; `null` once it is gone. */
	note(id: string, row: StripeCustomer | null, at: number): void {
		this.#entries.set(id, [...(this.#entries.get(id) ?? []), { at, row: row && structuredClone(row) }]);
	}

	search(form: Form, now: number, lagMs: number, order: readonly string[]): object {
		const query = textOf(form.query);
		if (query === undefined) throw invalid('query', 'parameter_missing');
		const limit = Number(textOf(form.limit) ?? 10);
		if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw invalid('limit', 'parameter_invalid_integer');
		const matches = matcherOf(query);
		const known = [...this.#entries.values()].flatMap((versions) => versions.filter(({ at }) => at <= now - lagMs).at(-1)?.row ?? []);
		const rank = new Map(order.map((id, index) => [id, index]));
		const rows = known.filter(matches).sort((a, b) => b.created - a.created || (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
		const token = textOf(form.page);
		const from = token === undefined ? 0 : rows.findIndex(({ id }) => id === atob(token)) + 1;
		if (token !== undefined && from === 0) throw invalid('page');
		const data = rows.slice(from, from + limit);
		const more = rows.length > from + limit;
		return { object: 'search_result', url: '/v1/customers/search', has_more: more, data, next_page: more ? btoa(data.at(-1)!.id) : null };
	}
}
