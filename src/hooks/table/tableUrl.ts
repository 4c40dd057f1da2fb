import type { CustomerSort } from '../../contract/backend';
import { maxCursorLength, maxLimit, maxQueryLength } from '../../contract/listRequest';
import { isSort } from '../../contract/sorts';
import { isCountry } from '../../domain/country';
import { maxEmailLength } from '../../domain/isEmail';
import { createdPresets, presetOf, presetRange } from './createdRange';
import { type CustomerTableState, cursorOf, pageNumber } from './customerTableState';

/** How a table's state is written into an address. */
export interface TableUrlOptions {
	/** What the table starts with; only what differs from it is written. */
	initial: CustomerTableState;
	/** Goes before each name, so that two tables share one address. */
	prefix: string;
	/** Whether search text and email may stand in the address. */
	withSearch: boolean;
}

const names = ['q', 'email', 'country', 'created', 'from', 'to', 'sort', 'size', 'view', 'after', 'before', 'page'] as const;
type Name = (typeof names)[number];

/** The query string for a state. Parameters of others keep their spelling and come first. */
export function writeTableUrl(search: string, state: CustomerTableState, { initial, prefix, withSearch }: TableUrlOptions): string {
	const own = new URLSearchParams();
	const write = (name: Name, value: string | number | undefined, unless?: unknown) => {
		if (value !== undefined && value !== unless) own.set(prefix + name, String(value));
	};
	const { created } = state;
	if (withSearch) {
		write('q', state.query, initial.query);
		write('email', state.email, initial.email);
	}
	write('country', state.country.join(), initial.country.join());
	if (created.gte !== initial.created.gte || created.lt !== initial.created.lt) {
		const preset = presetOf(created);
		if (preset || !(created.gte || created.lt)) write('created', preset ?? '');
		else {
			write('from', created.gte);
			write('to', created.lt);
		}
	}
	write('sort', state.sort, initial.sort);
	write('size', state.limit, initial.limit);
	write('view', state.view);
	const cursor = cursorOf(state);
	write('after', cursor.after);
	write('before', cursor.before);
	if (cursor.after || cursor.before) write('page', pageNumber(state));
	// Both may stand in a query as they are, and read better.
	const mine = own.toString().replace(/%2C/g, ',').replace(/%3A/g, ':');
	return [...foreign(search, prefix), mine].filter(Boolean).join('&');
}

/**
 * The state that a query string tells of. Never throws: a field that is missing, repeated or makes no sense is the initial one.
 * A cursor comes without the pages before it, as `start`.
 */
export function readTableUrl(search: string, { initial, prefix, withSearch }: TableUrlOptions): CustomerTableState {
	const parameters = new URLSearchParams(search);
	const read = (name: Name, accept: RegExp | ((text: string) => boolean)): string | undefined => {
		const [text, ...more] = parameters.getAll(prefix + name);
		if (text === undefined || more.length > 0) return undefined;
		return (typeof accept === 'function' ? accept(text) : accept.test(text)) ? text : undefined;
	};
	const country = read('country', (text) => text === '' || text.split(',').every(isCountry));
	const size = read('size', (text) => /^[1-9]\d*$/.test(text) && Number(text) <= maxLimit);
	return {
		query: (withSearch ? read('q', (text) => text.length <= maxQueryLength) : undefined) ?? initial.query,
		email: (withSearch ? read('email', (text) => text.length <= maxEmailLength) : undefined) ?? initial.email,
		country: country === undefined ? initial.country : [...new Set(country.split(',').filter(Boolean))],
		created: readCreated(read) ?? initial.created,
		sort: (read('sort', isSort) as CustomerSort | undefined) ?? initial.sort,
		limit: size === undefined ? initial.limit : Number(size),
		view: read('view', /^[\w-]{1,64}$/),
		trail: [],
		start: readStart(read),
	};
}

type Read = (name: Name, accept: RegExp | ((text: string) => boolean)) => string | undefined;

function readCreated(read: Read): CustomerTableState['created'] | undefined {
	const word = read('created', (text) => text === '' || createdPresets.some((preset) => preset === text));
	if (word === '') return {};
	const preset = createdPresets.find((name) => name === word);
	if (preset) return presetRange(preset);
	const gte = read('from', isInstant);
	const lt = read('to', isInstant);
	return gte || lt ? { ...(gte && { gte }), ...(lt && { lt }) } : undefined;
}

function readStart(read: Read): CustomerTableState['start'] {
	const after = read('after', isCursor);
	const before = read('before', isCursor);
	if ((after === undefined) === (before === undefined)) return undefined;
	const page = read('page', /^[1-9]\d{0,6}$/);
	return { ...(after ? { after } : { before }), ...(page && { page: Number(page) }) };
}

function isCursor(text: string): boolean {
	return /^[\x21-\x7e]+$/.test(text) && text.length <= maxCursorLength;
}

/** Also refuses days that there are not, which `Date` would roll over. */
function isInstant(text: string): boolean {
	const [, day] = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
	return day !== undefined && !Number.isNaN(Date.parse(text)) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
}

/** The parameters that are not this table's, as they are spelled. */
function foreign(search: string, prefix: string): string[] {
	const own = new Set<string>(names.map((name) => prefix + name));
	return search
		.replace(/^\?/, '')
		.split('&')
		.filter((part) => part !== '' && ![...new URLSearchParams(part).keys()].some((key) => own.has(key)));
}
