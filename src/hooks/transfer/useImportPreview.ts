'use client';
import { useEffect } from 'react';
import { useEventCallback } from '../context/useEventCallback';
import type { CheckImportOptions } from './checkImportRows';
import type { ImportChange, ImportState } from './importState';

/** How many rows are shown as they will be. */
const shown = 5;

/** Checks the first rows of a file whenever what its columns are has changed. Without what checks them nothing is shown; the check says so. */
export function useImportPreview(
	{ step, source, columns, defaultCountry }: ImportState,
	options: Pick<CheckImportOptions, 'defaultCountry' | 'locale'>,
	change: (change: ImportChange) => void,
): void {
	const preview = async (signal: AbortSignal) => {
		const { checkImportRows } = await import('./checkImportRows');
		const fields = columns.map(({ field }) => field);
		const checked = await checkImportRows(source.slice(0, shown), { ...options, fields, signal, onProgress: () => {} });
		if (!signal.aborted) change({ preview: checked });
	};
	const check = useEventCallback((signal: AbortSignal) => void preview(signal).catch(() => undefined));
	const asks = step === 'columns';
	// biome-ignore lint/correctness/useExhaustiveDependencies: what the rows are read by
	useEffect(() => {
		if (!asks) return;
		const controller = new AbortController();
		check(controller.signal);
		return () => controller.abort();
	}, [asks, source, columns, defaultCountry]);
}
