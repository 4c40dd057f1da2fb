'use client';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CustomerError } from '../../contract/errors';
import { plainCell } from '../../domain/csv';
import { type CustomerRules, rulesOf } from '../../domain/customerRules';
import { guessImportFields, type ImportField } from '../../domain/importColumns';
import type { CsvDelimiter } from '../../domain/parseCsv';
import { loadPhones } from '../../domain/phone';
import { importWords } from '../../locales/english/transfer/importWords';
import { customerKeys } from '../cache/customerKeys';
import { mutationSettings } from '../cache/querySettings';
import { refreshLists } from '../cache/writtenCustomers';
import { useCustomersContext } from '../context/customersContext';
import { useWords } from '../context/useWords';
import { type CheckedImportRow, type CustomerImportRow, checkImportRows } from './checkImportRows';
import { type ImportFileProblem, type ImportFileRow, readImportFile } from './readImportFile';
import { leftOutFile } from './rejectedRowsFile';
import { hasOnlyAddressProblems, settleImportRows } from './resolveDuplicates';
import { runImport } from './runImport';
import { saveFile } from './saveFile';

/**
 * `file` → `columns` → `checking` → `checked` → `running` (or `paused` by a rate limit) → `done`;
 * `stopped` by a fault or by the user, to be resumed with `start`.
 */
export type CustomerImportStep = 'file' | 'columns' | 'checking' | 'checked' | 'running' | 'paused' | 'stopped' | 'done';

/** A column of the file and what it becomes. */
export interface CustomerImportColumn {
	header: string;
	/** The first values that there are, three at most. */
	samples: readonly string[];
	/** `null`: left out. */
	field: ImportField | null;
}

export interface CustomerImportModel {
	step: CustomerImportStep;
	fileName: string;
	/** Rows in the file, the header aside. */
	rowCount: number;
	/** Why the chosen file cannot be imported. */
	fileProblem: ImportFileProblem | null;
	columns: readonly CustomerImportColumn[];
	/** For rows that name no country; ISO 3166-1 alpha-2. */
	defaultCountry: string | undefined;
	/** Every row of the file, once checked. */
	rows: readonly CustomerImportRow[];
	/** How many rows there are in each state. */
	counts: Readonly<Record<CustomerImportRow['state'], number>>;
	/** How many rows have problems with the address alone. */
	addressProblems: number;
	/** Whether those are created without the address; else they are left out. */
	leavesOutAddresses: boolean;
	/** Of the step under way: rows checked, or rows sent and answered. */
	progress: { done: number; total: number };
	/** What stopped the check or the import. */
	error: CustomerError | null;
	/** While paused: when it goes on, as `Date.now()` counts. */
	resumesAt: number | null;
	/** Reads a file and guesses what its columns are. */
	chooseFile: (file: File) => Promise<void>;
	/** Makes a column a field of the customer; the column that was it before is left out. */
	setField: (column: number, field: ImportField | null) => void;
	setDefaultCountry: (country: string | undefined) => void;
	/** The dry run: checks every row and sends nothing. */
	check: () => Promise<void>;
	/** Back to the columns, from the check. */
	editColumns: () => void;
	/** From the check: whether to create rows whose address alone has problems without it. */
	leaveOutAddresses: (on: boolean) => void;
	/** Saves the rows that are left out or failed as a CSV: as they came, and why in a column behind. Mended, it can be imported. */
	downloadLeftOut: () => void;
	/** Creates the customers of all rows that are ready; after a stop goes on with those left, and tries failed ones again. */
	start: () => void;
	/** Whether a stop waits for the customers that are on their way. */
	isStopping: boolean;
	/** Stops after the customers that are on their way. */
	stop: () => void;
	/** Begins anew with another file. */
	reset: () => void;
}

export interface UseCustomerImportOptions extends CustomerRules {
	/** What `defaultCountry` is at first; ISO 3166-1 alpha-2. @default none */
	defaultCountry?: string;
	/** Takes the file of `downloadLeftOut`. @default a download */
	save?: (file: Blob, name: string) => void;
}

type State = Pick<
	CustomerImportModel,
	'step' | 'fileName' | 'fileProblem' | 'columns' | 'defaultCountry' | 'rows' | 'leavesOutAddresses' | 'error' | 'resumesAt' | 'isStopping'
> & { source: readonly ImportFileRow[]; delimiter: CsvDelimiter; checkedRows: readonly CheckedImportRow[]; checked: number };

const ended = { resumesAt: null, isStopping: false } as const;

/** Rows are shown at most so often, in milliseconds: fifty thousand answers are not fifty thousand renders. */
const showEveryMs = 100;

/**
 * Imports customers from a CSV file: columns, a dry run that finds every problem, then creating with progress. Safe to stop, to resume
 * and to do twice: nobody becomes two customers. Nothing of the file is stored or sent before `start`.
 */
export function useCustomerImport({ defaultCountry, save = saveFile, ...options }: UseCustomerImportOptions = {}): CustomerImportModel {
	const { backend, scope, queryClient } = useCustomersContext();
	const locale = useWords(importWords);
	const { phoneValidation, addressValidation } = rulesOf(options);
	const [fresh] = useState<State>({
		step: 'file',
		fileName: '',
		fileProblem: null,
		columns: [],
		defaultCountry,
		rows: [],
		leavesOutAddresses: false,
		error: null,
		resumesAt: null,
		isStopping: false,
		source: [],
		delimiter: ',',
		checkedRows: [],
		checked: 0,
	});
	const [state, setState] = useState(fresh);
	const change = useCallback((changes: Partial<State>) => setState((current) => ({ ...current, ...changes })), []);
	const running = useRef<AbortController | null>(null);
	const begin = useCallback(() => {
		running.current?.abort();
		running.current = new AbortController();
		return running.current;
	}, []);

	const reset = useCallback(() => {
		running.current?.abort();
		running.current = null;
		setState((current) => ({ ...fresh, defaultCountry: current.defaultCountry }));
	}, [fresh]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what one user began must not go on for the next
	useEffect(() => reset, [scope, reset]);

	const chooseFile = useCallback(
		async (file: File) => {
			const controller = begin();
			const content = await readImportFile(file);
			if (controller.signal.aborted) return;
			if (!content.ok) {
				setState((current) => ({ ...fresh, defaultCountry: current.defaultCountry, fileName: file.name, fileProblem: content.problem }));
				return;
			}
			const { header, rows, delimiter } = content;
			const fields = guessImportFields(header);
			const columns = header.map((name, at) => ({ header: name.trim(), samples: samplesOf(rows, at), field: fields[at] ?? null }));
			setState((current) => ({
				...fresh,
				defaultCountry: current.defaultCountry,
				step: 'columns',
				fileName: file.name,
				columns,
				source: rows,
				delimiter,
			}));
		},
		[begin, fresh],
	);

	const setField = useCallback((column: number, field: ImportField | null) => {
		setState((current) => ({
			...current,
			columns: current.columns.map((other, at) => {
				if (at === column) return { ...other, field };
				return other.field === field ? { ...other, field: null } : other;
			}),
		}));
	}, []);

	const { source, columns, rows, step, checkedRows, leavesOutAddresses } = state;
	const country = state.defaultCountry;
	const check = useCallback(async () => {
		const { signal } = begin();
		change({ step: 'checking', checked: 0, error: null });
		try {
			const phones = await loadPhones().catch((cause: unknown) => {
				throw new CustomerError('offline', { cause, message: 'The phone plans could not be loaded, so rows cannot be checked here.' });
			});
			const fields = columns.map(({ field }) => field);
			const onProgress = (checked: number) => !signal.aborted && change({ checked });
			const rules = { phoneValidation, addressValidation };
			const how = { fields, phones, defaultCountry: country, locale: locale.code, signal, onProgress, ...rules };
			const result = await checkImportRows(source, how);
			change({ step: 'checked', checkedRows: result, rows: settleImportRows(result, leavesOutAddresses) });
		} catch (error) {
			if (!signal.aborted) change({ step: 'columns', error: error as CustomerError });
		}
	}, [begin, change, columns, source, country, leavesOutAddresses, locale.code, phoneValidation, addressValidation]);

	// A mutation, so that the provider hears of failures as of any other call.
	const { mutate } = useMutation<boolean, CustomerError, AbortController>(
		{
			...mutationSettings,
			gcTime: 0,
			mutationKey: customerKeys.imports(scope),
			mutationFn: async (controller) => {
				const current = [...rows];
				const places = new Map(current.map((row, at) => [row.number, at]));
				const isMine = () => running.current === controller;
				let timer: ReturnType<typeof setTimeout> | undefined;
				const show = () => {
					clearTimeout(timer);
					timer = undefined;
					if (isMine()) change({ rows: [...current] });
				};
				try {
					await runImport({
						backend,
						scope,
						rows: current,
						signal: controller.signal,
						onRow: (row) => {
							current[places.get(row.number)!] = row;
							timer ??= setTimeout(show, showEveryMs);
						},
						onPause: (until) => {
							if (isMine() && !controller.signal.aborted) change({ step: until === null ? 'running' : 'paused', resumesAt: until });
						},
					});
				} finally {
					show();
					if (isMine()) refreshLists(queryClient, scope);
				}
				return current.every((row) => row.state !== 'ready');
			},
			onSuccess: (complete, controller) => {
				if (running.current === controller) change({ ...ended, step: complete ? 'done' : 'stopped' });
			},
			onError: (error, controller) => {
				if (running.current === controller) change({ ...ended, step: 'stopped', error });
			},
		},
		queryClient,
	);
	const start = useCallback(() => {
		const controller = begin();
		change({ ...ended, step: 'running', error: null });
		mutate(controller);
	}, [begin, change, mutate]);

	const counts = useMemo(() => countStates(rows), [rows]);
	const sent = counts.created + counts.existing + counts.unknown + counts.failed;
	return {
		...state,
		rowCount: source.length,
		counts,
		addressProblems: useMemo(() => checkedRows.filter(hasOnlyAddressProblems).length, [checkedRows]),
		progress: step === 'checking' ? { done: state.checked, total: source.length } : { done: sent, total: sent + counts.ready },
		chooseFile,
		setField,
		setDefaultCountry: useCallback((next: string | undefined) => change({ defaultCountry: next }), [change]),
		check,
		editColumns: useCallback(() => {
			running.current?.abort();
			change({ step: 'columns', checkedRows: [], rows: [], error: null });
		}, [change]),
		leaveOutAddresses: (on) => step === 'checked' && change({ leavesOutAddresses: on, rows: settleImportRows(checkedRows, on) }),
		downloadLeftOut: () => {
			const file = leftOutFile({ header: columns.map(({ header }) => header), rows, delimiter: state.delimiter }, locale);
			save(file, `${state.fileName.replace(/\.[^.]*$/, '')}-left-out.csv`);
		},
		start,
		stop: useCallback(() => {
			running.current?.abort();
			change({ isStopping: true });
		}, [change]),
		reset,
	};
}

function samplesOf(rows: readonly ImportFileRow[], column: number): string[] {
	const samples: string[] = [];
	for (const { cells } of rows) {
		const value = plainCell(cells[column] ?? '').trim();
		if (value && !samples.includes(value)) samples.push(value);
		if (samples.length === 3) break;
	}
	return samples;
}

function countStates(rows: readonly CustomerImportRow[]): CustomerImportModel['counts'] {
	const counts = { ready: 0, problem: 0, duplicate: 0, created: 0, existing: 0, unknown: 0, failed: 0 };
	for (const { state } of rows) counts[state]++;
	return counts;
}
