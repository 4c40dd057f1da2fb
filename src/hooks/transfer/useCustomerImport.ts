'use client';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { isKept } from '../../contract/clearableFields';
import type { CustomerError } from '../../contract/errors';
import { type CustomerRules, rulesOf } from '../../domain/customerRules';
import { importWords } from '../../locales/english/transfer/importWords';
import { useCapabilities } from '../cache/useCapabilities';
import { useCustomersContext } from '../context/customersContext';
import { useWords } from '../context/useWords';
import type { CustomerImportModel } from './customerImportModel';
import type { ImportFileFormat } from './importFile';
import {
	assignField,
	beginCheck,
	changeImport,
	chooseAddresses,
	countImport,
	emptyImport,
	endCheck,
	failToRead,
	leaveCheck,
	takeFile,
} from './importState';
import { latestTask } from './latestTask';
import { loadTransferPart } from './loadTransferPart';
import { saveFile } from './saveFile';
import { useImportPreview } from './useImportPreview';
import { useImportRun } from './useImportRun';

/** How rows are read and checked. */
export interface UseCustomerImportOptions extends CustomerRules {
	/** What `defaultCountry` is at first; ISO 3166-1 alpha-2. @default none */
	defaultCountry?: string;
	/** Takes the file of `downloadRejectedRows`. @default a download */
	save?: (file: Blob, name: string) => void;
}

/**
 * Imports customers from a CSV file: columns, a dry run that finds every problem, then creating with progress. Safe to stop, to resume
 * and to do twice: nobody becomes two customers. Nothing of the file is stored or sent before `start`.
 *
 * @returns the import, at its first step
 * @example
 * const model = useCustomerImport({ defaultCountry: 'IN' });
 * <CustomerImport model={model} />;
 */
export function useCustomerImport({ defaultCountry, save = saveFile, ...options }: UseCustomerImportOptions = {}): CustomerImportModel {
	const { scope } = useCustomersContext();
	const locale = useWords(importWords);
	const [chosen, change] = useReducer(changeImport, defaultCountry, emptyImport);
	const [task] = useState(latestTask);
	const keeps = useCapabilities().data?.keeps;
	// What the backend would keep of nobody is left out, however it was guessed or chosen.
	const columns = useMemo(
		() => chosen.columns.map((column) => (column.field && !isKept(column.field, keeps) ? { ...column, field: null } : column)),
		[chosen.columns, keeps],
	);
	const state = { ...chosen, columns };
	const { source, rows } = state;

	const reset = useCallback(() => {
		task.drop();
		change((current) => emptyImport(current.defaultCountry));
	}, [task]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what one user began must not go on for the next
	useEffect(() => reset, [scope, reset]);

	/** The file, and what was said of it. */
	const given = useRef<{ file: File; said: Partial<ImportFileFormat> }>(null);
	/** Anew for a file that was just chosen; else what is on screen stays where nothing comes of it. */
	const read = async (file: File, said: Partial<ImportFileFormat>, anew: boolean) => {
		const signal = task.begin();
		try {
			const { readImportFile } = await loadTransferPart(import('./readImportFile'));
			const result = await readImportFile(file, { locale: locale.code, chosen: said, signal });
			if (signal.aborted) return;
			if (result.ok) given.current = { file, said };
			change(result.ok || anew ? takeFile(file.name, result) : { fileProblem: result.problem });
		} catch (cause) {
			const error = cause as CustomerError;
			if (!signal.aborted) change(anew ? failToRead(file.name, error) : { error });
		}
	};
	const checkOptions = { ...rulesOf(options), defaultCountry: state.defaultCountry, locale: locale.code };
	useImportPreview(state, checkOptions, change);

	return {
		...state,
		...useMemo(() => countImport(chosen), [chosen]),
		chooseFile: (file) => read(file, {}, true),
		readAs: async (format) => {
			if (given.current) await read(given.current.file, { ...given.current.said, ...format }, false);
		},
		setField: useCallback((column, field) => change(assignField(column, field)), []),
		setDefaultCountry: useCallback((next) => change({ defaultCountry: next, preview: [] }), []),
		check: async () => {
			const signal = task.begin();
			change(beginCheck);
			try {
				const { checkImportRows } = await loadTransferPart(import('./checkImportRows'));
				const checked = await checkImportRows(source, {
					...checkOptions,
					fields: columns.map(({ field }) => field),
					signal,
					onProgress: (count) => !signal.aborted && change({ checked: count }),
				});
				change(endCheck(checked));
			} catch (error) {
				if (!signal.aborted) change(leaveCheck(error as CustomerError));
			}
		},
		editColumns: useCallback(() => {
			task.drop();
			change(leaveCheck(null));
		}, [task]),
		leaveOutAddresses: useCallback((on) => change(chooseAddresses(on)), []),
		downloadRejectedRows: async () => {
			const { rejectedRowsFile } = await import('./checkImportRows');
			const header = columns.map((column) => column.header);
			const file = rejectedRowsFile({ header, rows, delimiter: state.format?.delimiter ?? ',' }, locale);
			save(file, `${state.fileName.replace(/\.[^.]*$/, '')}-left-out.csv`);
		},
		...useImportRun(rows, task, change),
		reset,
	};
}
