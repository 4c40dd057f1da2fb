import { type Form, textOf } from './form';
import { invalid, missing } from './refusal';

/** A customer as Stripe keeps it. */
export interface StripeCustomer {
	id: string;
	object: 'customer';
	/** Unix seconds. */
	created: number;
	email: string | null;
	name: string | null;
	phone: string | null;
	address: Record<string, string | null> | null;
	metadata: Record<string, string>;
	[extra: string]: unknown;
}

export const addressKeys = ['city', 'country', 'line1', 'line2', 'postal_code', 'state'];
const settable = ['email', 'name', 'phone', 'address', 'metadata', 'description', 'expand'];
const limits: Record<string, number> = { email: 512, name: 256, phone: 20, description: 350 };

/** The customers of an account, the newest first. Emails may come twice, as they do there. */
export class Customers {
	readonly rows = new Map<string, StripeCustomer>();
	readonly deleted = new Set<string>();

	/** Unknown ids stand in the path, so they are 404. */
	find(id: string): StripeCustomer {
		const row = this.rows.get(id);
		if (!row) throw missing('id', 404);
		return row;
	}

	/** An id of a parameter. */
	require(id: string): StripeCustomer {
		const row = this.rows.get(id);
		if (!row) throw missing('customer', 400);
		return row;
	}

	retrieve(id: string): object {
		if (this.deleted.has(id)) return { id, object: 'customer', deleted: true };
		return this.find(id);
	}

	create(form: Form, created: number): StripeCustomer {
		check(form);
		const id = `cus_${crypto.randomUUID().replaceAll('-', '').slice(0, 14)}`;
		const row: StripeCustomer = { ...blank, id, created, metadata: {}, livemode: false, description: 'never to leave the server' };
		write(row, form);
		this.rows.set(id, row);
		return row;
	}

	update(id: string, form: Form): StripeCustomer {
		const row = this.find(id);
		check(form);
		const changed = { ...row, metadata: { ...row.metadata } };
		write(changed, form);
		this.rows.set(id, changed);
		return changed;
	}

	remove(id: string): object {
		this.find(id);
		this.rows.delete(id);
		this.deleted.add(id);
		return { id, object: 'customer', deleted: true };
	}

	list(form: Form): object {
		const known = ['limit', 'email', 'created', 'starting_after', 'ending_before', 'expand', 'test_clock'];
		const unknown = Object.keys(form).find((key) => !known.includes(key));
		if (unknown) throw invalid(unknown, 'parameter_unknown');
		const email = textOf(form.email);
		const created = typeof form.created === 'object' ? form.created : {};
		const rows = this.newestFirst().filter(
			(row) =>
				(email === undefined || row.email === email) &&
				row.created >= Number(created.gte ?? Number.NEGATIVE_INFINITY) &&
				row.created < Number(created.lt ?? Number.POSITIVE_INFINITY),
		);
		return page('/v1/customers', rows, form, (id) => this.newestFirst().findIndex((row) => row.id === id), this.newestFirst());
	}

	newestFirst(): StripeCustomer[] {
		return [...this.rows.values()].reverse().sort((a, b) => b.created - a.created);
	}
}

const blank = { object: 'customer', email: null, name: null, phone: null, address: null, balance: 0, delinquent: false } as const;

function check(form: Form): void {
	for (const [key, value] of Object.entries(form)) {
		if (!settable.includes(key)) throw invalid(key, 'parameter_unknown');
		if (limits[key] && typeof value === 'string' && [...value].length > limits[key]) throw invalid(key, 'string_too_long');
	}
	const email = textOf(form.email);
	if (email && !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(email)) throw invalid('email', 'email_invalid');
	if (typeof form.address === 'object') {
		const unknown = Object.keys(form.address).find((key) => !addressKeys.includes(key));
		if (unknown) throw invalid(`address[${unknown}]`, 'parameter_unknown');
		const country = textOf(form.address.country);
		if (country && !/^[A-Z]{2}$/.test(country)) throw invalid('address[country]', 'country_code_invalid');
	}
}

/** An empty text clears; of an address, what is not sent stays as it was. */
function write(row: StripeCustomer, { email, name, phone, address, metadata }: Form): void {
	const set = (key: 'email' | 'name' | 'phone', value: string | Form | undefined) => {
		if (typeof value === 'string') row[key] = value === '' ? null : value;
	};
	set('email', email);
	set('name', name);
	set('phone', phone);
	if (address === '') row.address = null;
	else if (typeof address === 'object') {
		const merged = { ...row.address, ...address };
		row.address = Object.fromEntries(addressKeys.map((key) => [key, (merged[key] as string) || null]));
		if (Object.values(row.address).every((value) => value === null)) row.address = null;
	}
	if (typeof metadata === 'object') {
		for (const [key, value] of Object.entries(metadata)) {
			if (value === '') delete row.metadata[key];
			else row.metadata[key] = String(value);
		}
	}
}

/** A page by Stripe's rules: `starting_after` and `ending_before` are ids, and one that is gone is refused. */
export function page<Row extends { id: string }>(
	url: string,
	rows: readonly Row[],
	form: Form,
	indexOf: (id: string) => number,
	all: readonly Row[] = rows,
): object {
	const limit = Number(textOf(form.limit) ?? 10);
	if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw invalid('limit', 'parameter_invalid_integer');
	const [after, before] = [textOf(form.starting_after), textOf(form.ending_before)];
	const cursor = after ?? before;
	const at = cursor === undefined ? -1 : indexOf(cursor);
	if (cursor !== undefined && at < 0) throw missing(after === undefined ? 'ending_before' : 'starting_after', 400);
	const side = new Set((before === undefined ? all.slice(at + 1) : all.slice(0, at)).map(({ id }) => id));
	const left = rows.filter(({ id }) => side.has(id));
	const data = before === undefined ? left.slice(0, limit) : left.slice(-limit);
	return { object: 'list', url, has_more: left.length > limit, data };
}
