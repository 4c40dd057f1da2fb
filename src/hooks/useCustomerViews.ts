'use client';
import { type CustomerView, isViews, maxViewName, maxViews, viewFields, viewState } from './customerViews';
import type { TableLayout } from './tableLayout';
import type { CustomerTableModel } from './useCustomerTable';
import { usePreference } from './usePreference';

export interface CustomerViewsModel {
	views: readonly CustomerView[];
	/** The view that was chosen; `undefined` for all customers, and where the address names one that is not known here. */
	active: CustomerView | undefined;
	/** Whether table and layout have been changed since the view was chosen. */
	isEdited: (layout: TableLayout) => boolean;
	/** Shows a view, from its first page on; `null` shows the table as it starts. */
	apply: (id: string | null) => void;
	/** Keeps what the table shows under a name, and chooses it. */
	save: (name: string, layout: TableLayout) => void;
	/** Keeps what the table shows in the chosen view. */
	update: (layout: TableLayout) => void;
	rename: (id: string, name: string) => void;
	remove: (id: string) => void;
	/** No more can be saved. */
	isFull: boolean;
}

interface Remembered {
	version: 1;
	views: readonly CustomerView[];
}

function isRemembered(value: unknown): value is Remembered {
	const { version, views } = (value ?? {}) as Remembered;
	return version === 1 && isViews(views);
}

const none: Remembered = { version: 1, views: [] };

/** Saved views of a table, remembered per `tableId` in the provider's `preferences`. The chosen one is part of the table's state. */
export function useCustomerViews(table: CustomerTableModel, tableId: string): CustomerViewsModel {
	const [{ views }, remember] = usePreference<Remembered>(`views:${tableId}`, none, isRemembered);
	const { state, initialState } = table;
	const active = views.find(({ id }) => id === state.view);
	const keep = (next: readonly CustomerView[]) => remember({ version: 1, views: next });
	const replace = (id: string, changes: Partial<CustomerView>) =>
		keep(views.map((view) => (view.id === id ? { ...view, ...changes } : view)));
	const isFull = views.length >= maxViews;
	return {
		views,
		active,
		isFull,
		isEdited: (layout) => active !== undefined && asText(viewFields(state), layout) !== asText(active, active.layout),
		apply: (id) => {
			const view = views.find((candidate) => candidate.id === id);
			const { query, email, country, created, sort } = initialState;
			const next = view ? viewState(view) : { query, email, country, created, sort, view: undefined };
			table.search.setText(next.query);
			table.setState(next);
		},
		save: (name, layout) => {
			const title = nameOf(name);
			if (!title || isFull) return;
			const id = Math.random().toString(36).slice(2, 10);
			keep([...views, { ...viewFields(state), id, name: title, layout: plain(layout) }]);
			table.setState({ view: id, trail: state.trail, start: state.start });
		},
		update: (layout) => {
			if (active)
				keep(views.map((view) => (view === active ? { ...viewFields(state), id: view.id, name: view.name, layout: plain(layout) } : view)));
		},
		rename: (id, name) => {
			const title = nameOf(name);
			if (title) replace(id, { name: title });
		},
		remove: (id) => {
			keep(views.filter((view) => view.id !== id));
			if (state.view === id) table.setState({ view: undefined, trail: state.trail, start: state.start }, { replace: true });
		},
	};
}

function nameOf(text: string): string {
	return [...text.trim()].slice(0, maxViewName).join('').trim();
}

/** Without what a stored layout holds besides. */
function plain({ order, hidden, density }: TableLayout): TableLayout {
	return { order, hidden, density };
}

/** One spelling for what two views have in common. */
function asText({ country, created, sort }: Omit<CustomerView, 'id' | 'name' | 'layout'>, layout: TableLayout): string {
	return JSON.stringify([country, created, sort, plain(layout)]);
}
