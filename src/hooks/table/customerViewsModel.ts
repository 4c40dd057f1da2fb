import { isSort } from '../../contract/sorts';
import { createdPresets, presetRange } from './createdRange';
import type { CustomerTableModel } from './customerTableModel';
import type { CustomerTableState } from './customerTableState';
import { type CustomerView, isEditedView, plainLayout, viewFields } from './customerView';
import { isLayout, type TableLayout } from './tableLayout';
import type { StoredViews } from './useStoredViews';

/** A table's saved views, and what can be done with them. */
export interface CustomerViewsModel {
	/** All of them, oldest first; at most 50. */
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
	/** Gives a view another name; a blank one changes nothing. */
	rename: (id: string, name: string) => void;
	/** Deletes a view; the table shows what it shows. */
	remove: (id: string) => void;
	/** No more can be saved. */
	isFull: boolean;
}

type ViewedTable = Pick<CustomerTableModel, 'state' | 'initialState' | 'search' | 'setState'>;

const maxViews = 50;
export const maxViewName = 60;

/** A table's saved views and what can be done with them. */
export function customerViewsModel(table: ViewedTable, { views: stored, active, keep }: StoredViews): CustomerViewsModel {
	const views = stored.slice(0, maxViews).filter(isView);
	const { state, initialState } = table;
	const replace = (id: string, changes: Partial<CustomerView>) =>
		keep(views.map((view) => (view.id === id ? { ...view, ...changes } : view)));
	const isFull = views.length >= maxViews;
	return {
		views,
		active,
		isFull,
		isEdited: (layout) => active !== undefined && isEditedView(active, state, layout),
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
			keep([...views, { ...viewFields(state), id, name: title, layout: plainLayout(layout) }]);
			table.setState({ view: id, trail: state.trail, start: state.start });
		},
		update: (layout) => {
			if (active)
				keep(
					views.map((view) =>
						view === active ? { ...viewFields(state), id: view.id, name: view.name, layout: plainLayout(layout) } : view,
					),
				);
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

/** The state that a view stands for. */
function viewState({ id, country, created, sort }: CustomerView): Omit<CustomerTableState, 'limit' | 'trail'> {
	return { country, created: typeof created === 'string' ? presetRange(created) : created, sort, view: id, query: '', email: '' };
}

/** Whether stored data is a view: it may come from another version, or from anyone. */
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
		isSort(sort) &&
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
