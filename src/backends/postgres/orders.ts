import { compareText } from '../../domain/compareText';
import type { CheckedListRequest } from '../kit/checkListRequest';
import type { Row } from './database';
import { createdText } from './rows';
import type { Statement } from './statement';

/**
 * A place in a list: the sort key and id of a row, and whether that row itself is still to come. A walk by name that began before all
 * rows were folded goes on in the `plain` order that it began in.
 */
export type Position = { key: string; id: string; inclusive: boolean; plain: boolean };

/** The columns that order a list, and how a position is written for them. Every order ends in the id, or is unique by itself. */
interface Order {
	key: string;
	columns: readonly string[];
	position(key: string, id: string): string;
}

const orders: Readonly<Record<string, Order>> = {
	created: {
		key: createdText,
		columns: ['customer.created', 'customer.id'],
		position: (key, id) => `${key}::text::timestamptz, ${id}::text`,
	},
	...byName('name_sort', (sort) => sort),
	...byName('name_key', (sort) => `plain ${sort}`),
	email: { key: 'email_key', columns: ['customer.email_key'], position: (key) => `${key}::text` },
};

/** Customers without a name come last in both directions. */
function byName(key: string, named: (sort: string) => string): Record<string, Order> {
	const column = `customer.${key}`;
	return {
		[named('name')]: {
			key,
			columns: [`(${column} = '')`, column, 'customer.id'],
			position: (text, id) => `(${text}::text = ''), ${text}::text, ${id}::text`,
		},
		[named('-name')]: { key, columns: [column, 'customer.id'], position: (text, id) => `${text}::text, ${id}::text` },
	};
}

/** In which order a list is read, and from where on. */
export interface Ordered {
	request: CheckedListRequest;
	cursor: Position | null;
	/** Whether names are compared as they were before there was a fold. */
	plain: boolean;
	/** Whether an index of one country has it in this order. */
	ofCountry: boolean;
}

/** Whether one country's customers are asked for in an order in which an index may have them by themselves. */
export function isOfCountry({ sort, country, email }: CheckedListRequest): boolean {
	return country?.length === 1 && email === null && !sort.endsWith('created');
}

/** Of so many countries a page is read, to be sorted as one. */
const mostCountries = 30;

/** Whether the customers of some countries are asked for, few enough to read the first of each. */
export function isOfCountries({ country, email }: CheckedListRequest): boolean {
	return country !== null && country.length > 1 && country.length <= mostCountries && email === null;
}

/** Those with a name, or those without. */
export type Part = 'named' | 'unnamed';

/** The parts in which a country's index has the rest of a list by name that has those without a name last. */
export function partsOf({ request, cursor }: Ordered): Part[] {
	const parts: Part[] = request.direction === 'backward' ? ['unnamed', 'named'] : ['named', 'unnamed'];
	return cursor ? parts.slice(parts.indexOf(cursor.key === '' ? 'unnamed' : 'named')) : parts;
}

/** From where to where names or emails that begin alike are sorted. */
export interface Alike {
	from: string;
	to: string;
}

/** Which rows there are from a position on, and in which order. */
export function orderOf(
	{ value }: Statement,
	ordered: Ordered,
	only?: Alike | Part | null,
): { from: string[]; orderBy: string; key: string } {
	const { request, cursor, plain } = ordered;
	// All of these have a name, or none has: the index of one order has them in both.
	const sort = only && !request.sort.endsWith('email') ? '-name' : plain ? `plain ${request.sort}` : request.sort;
	const { key, columns, position } = orders[sort] ?? orders[sort.replace('-', '')]!;
	const descending = isDescending(request);
	// Its index has folded rows only.
	const from = key === 'name_sort' ? ['customer.name_sort IS NOT NULL'] : [];
	if (cursor) {
		const at = value(cursor.key);
		// Postgres wants every parameter to be used.
		const id = columns.length > 1 ? value(cursor.id) : '';
		from.push(`(${columns.join(', ')}) ${descending ? '<' : '>'}${cursor.inclusive ? '=' : ''} (${position(at, id)})`);
	}
	if (typeof only === 'string') from.push(`customer.name_sort ${only === 'named' ? '>' : '='} ''`);
	else if (only) from.push(isBetween(value, `customer.${key}`, only));
	return { from, orderBy: columns.map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', '), key };
}

export function isBetween(value: Statement['value'], column: string, { from, to }: Alike): string {
	return `(${column} >= ${value(from)}::text AND ${column} < ${value(to)}::text)`;
}

export function isDescending({ sort, direction }: CheckedListRequest): boolean {
	return sort.startsWith('-') !== (direction === 'backward');
}

/** Compares rows of a list by name or email as its order has them. */
export function compareRows(request: CheckedListRequest): (a: Row, b: Row) => number {
	const back = request.direction === 'backward' ? -1 : 1;
	const sign = isDescending(request) ? -1 : 1;
	return (a, b) => {
		const [one, other] = [String(a.sort_key), String(b.sort_key)];
		return (
			back * (Number(one === '') - Number(other === '')) || sign * (compareText(one, other) || compareText(String(a.id), String(b.id)))
		);
	};
}
