'use client';
import { useMemo } from 'react';
import { usePreference } from '../context/usePreference';
import type { CustomerTableState } from './customerTableState';
import type { CustomerView } from './customerView';
import { isLayout } from './tableLayout';

export interface StoredViews {
	/** As they were stored: nobody has checked them. */
	views: readonly CustomerView[];
	/** The view that was chosen; `undefined` for all customers, and where the address names one that is not known here. */
	active: CustomerView | undefined;
	keep: (views: readonly CustomerView[]) => void;
}

interface Remembered {
	views: readonly CustomerView[];
}

function isRemembered(value: unknown): value is Remembered {
	return Array.isArray((value as Partial<Remembered> | null)?.views);
}

const initial: Remembered = { views: [] };

/** The view that a table shows, of those remembered per `tableId`; what can be done with them is {@link customerViewsModel}. */
export function useStoredViews(state: CustomerTableState, tableId: string): StoredViews {
	const [{ views }, remember] = usePreference(`views:${tableId}`, initial, isRemembered);
	return useMemo(() => {
		const active = views.find((view) => view?.id === state.view);
		return {
			views,
			active: typeof active?.name === 'string' && isLayout(active.layout) ? active : undefined,
			keep: (next) => remember({ views: next }),
		};
	}, [views, state.view, remember]);
}
