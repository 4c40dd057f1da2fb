import { createdPresets, presetOf, presetRange } from './createdRange';
import type { CustomerTableState } from './customerTableState';
import { isLayout, type TableLayout } from './tableLayout';

/** A saved view: what to show, under a name. Never holds search text or an email: it is stored, and they are personal. */
export interface CustomerView {
	id: string;
	/** 1–60 characters. */
	name: string;
	country: readonly string[];
	/** A span that moves with the calendar, or fixed instants. */
	created: (typeof createdPresets)[number] | CustomerTableState['created'];
	sort: CustomerTableState['sort'];
	layout: TableLayout;
}

export const maxViews = 50;
export const maxViewName = 60;

/** What a view keeps of a table's state. */
export function viewFields({ country, created, sort }: CustomerTableState): Omit<CustomerView, 'id' | 'name' | 'layout'> {
	return { country, created: presetOf(created) ?? created, sort };
}

/** The state that a view stands for. */
export function viewState({ id, country, created, sort }: CustomerView): Omit<CustomerTableState, 'limit' | 'trail'> {
	return { country, created: typeof created === 'string' ? presetRange(created) : created, sort, view: id, query: '', email: '' };
}

/** Whether stored data is a list of views. */
export function isViews(value: unknown): value is CustomerView[] {
	return Array.isArray(value) && value.length <= maxViews && value.every(isView);
}

function isView(value: unknown): boolean {
	const { id, name, country, created, sort, layout, ...more } = (value ?? {}) as Record<keyof CustomerView, unknown>;
	return (
		typeof id === 'string' &&
		/^[\w-]{1,64}$/.test(id) &&
		typeof name === 'string' &&
		name.trim() !== '' &&
		[...name].length <= maxViewName &&
		Array.isArray(country) &&
		country.every((code) => typeof code === 'string' && /^[A-Z]{2}$/.test(code)) &&
		isCreated(created) &&
		typeof sort === 'string' &&
		/^-?(created|name|email)$/.test(sort) &&
		isLayout(layout) &&
		Object.keys(more).length === 0
	);
}

function isCreated(created: unknown): boolean {
	if (typeof created === 'string') return createdPresets.some((preset) => preset === created);
	const { gte = '', lt = '', ...more } = (created ?? { none: true }) as Record<string, unknown>;
	return (
		[gte, lt].every((end) => end === '' || (typeof end === 'string' && !Number.isNaN(Date.parse(end)))) && Object.keys(more).length === 0
	);
}
