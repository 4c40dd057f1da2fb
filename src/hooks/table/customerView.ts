import { type createdPresets, presetOf } from './createdRange';
import type { CustomerTableState } from './customerTableState';
import type { TableLayout } from './tableLayout';

/** A saved view: what to show, under a name. Never holds search text or an email: it is stored, and they are personal. */
export interface CustomerView {
	/** Made by the kit, random. */
	id: string;
	/** 1–60 characters. */
	name: string;
	/** Countries filtered by; none where it is empty. */
	country: readonly string[];
	/** A span that moves with the calendar, or fixed instants. */
	created: (typeof createdPresets)[number] | CustomerTableState['created'];
	/** The order. */
	sort: CustomerTableState['sort'];
	/** Columns and density. */
	layout: TableLayout;
}

/** What a view keeps of a table's state. */
export type ViewedState = Pick<CustomerTableState, 'country' | 'created' | 'sort'>;

/** The same as it is stored. */
export function viewFields({ country, created, sort }: ViewedState): Omit<CustomerView, 'id' | 'name' | 'layout'> {
	return { country, created: presetOf(created) ?? created, sort };
}

/** Whether table and layout have been changed since the view was chosen. */
export function isEditedView(view: CustomerView, state: ViewedState, layout: TableLayout): boolean {
	return asText(viewFields(state), layout) !== asText(view, view.layout);
}

/** Without what a stored layout holds besides. */
export function plainLayout({ order, hidden, density }: TableLayout): TableLayout {
	return { order, hidden, density };
}

/** One spelling for what two views have in common. */
function asText({ country, created, sort }: Omit<CustomerView, 'id' | 'name' | 'layout'>, layout: TableLayout): string {
	return JSON.stringify([country, created, sort, plainLayout(layout)]);
}
