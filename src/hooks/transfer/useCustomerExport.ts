'use client';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { CustomerError } from '../../contract/errors';
import { customerKey } from '../cache/customerKey';
import { capabilitiesQuery } from '../cache/queries';
import { mutationSettings } from '../cache/querySettings';
import { useCustomersContext } from '../context/customersContext';
import { useLocale } from '../context/useLocale';
import type { CustomerExportJob } from './exportChunks';
import { latestTask } from './latestTask';
import { loadTransferPart } from './loadTransferPart';
import { saveFile } from './saveFile';

/** `idle`: none yet. `running`: rows are on their way. `done`: the file was saved. `cancelled`, `failed`: nothing was. */
export type CustomerExportStatus = 'idle' | 'running' | 'done' | 'cancelled' | 'failed';

/** An export without markup. */
export interface CustomerExportModel {
	/** How far the last export is. */
	status: CustomerExportStatus;
	/** Customers written so far; of a finished export, all of them. */
	rows: number;
	/** Customers asked for by id that no longer exist, and are not in the file. */
	missing: number;
	/** Why it failed; nothing was saved then. */
	error: CustomerError | null;
	/** Begins an export; one that is under way is cancelled. */
	start: (job: CustomerExportJob) => void;
	/** Ends the export under way; nothing is saved. */
	cancel: () => void;
	/** Forgets what became of the last export. */
	reset: () => void;
}

/** What becomes of an exported file. */
export interface UseCustomerExportOptions {
	/** Takes the finished file. Never called for one that is not complete. @default a download */
	save?: (file: Blob, name: string) => void;
	/** The file's name. @default customers-2026-11-22.csv, with today's date */
	fileName?: string;
}

const idle = { status: 'idle', rows: 0, missing: 0, error: null } as const;

/**
 * Exports customers as CSV: streamed by the server where it can, else page by page, with the user's own search and filters.
 * A file is saved only when it is complete. Ends when the component goes away or another user comes.
 *
 * @returns the export, and how to begin one
 * @example
 * const { start, status } = useCustomerExport();
 * start({ rows: 'all', mode: 'spreadsheet' });
 */
export function useCustomerExport({ save = saveFile, fileName }: UseCustomerExportOptions = {}): CustomerExportModel {
	const context = useCustomersContext();
	const { backend, scope, queryClient } = context;
	const locale = useLocale();
	const [state, setState] = useState<Pick<CustomerExportModel, 'status' | 'rows' | 'missing' | 'error'>>(idle);
	const [task] = useState(latestTask);

	// A mutation, so that the provider hears of failures as of any other call.
	const { mutate } = useMutation<Blob, CustomerError, { job: CustomerExportJob; signal: AbortSignal }>(
		{
			...mutationSettings,
			gcTime: 0,
			mutationKey: customerKey(scope, 'export'),
			mutationFn: async ({ job, signal }) => {
				const { exportChunks } = await loadTransferPart(import('./exportChunks'));
				const parts: BlobPart[] = [];
				let rows = 0;
				let missing = 0;
				const keeps = async () => (await queryClient.ensureQueryData(capabilitiesQuery(context))).keeps;
				for await (const chunk of exportChunks({ backend, scope, signal, locale: locale.code, keeps }, job)) {
					if (signal.aborted) break;
					parts.push(chunk.part);
					rows += chunk.rows;
					missing += chunk.missing ?? 0;
					setState({ status: 'running', rows, missing, error: null });
				}
				return new Blob(parts, { type: 'text/csv;charset=utf-8' });
			},
			onSuccess: (file, { signal }) => {
				if (signal.aborted) return;
				save(file, fileName ?? `customers-${today()}.csv`);
				setState((current) => ({ ...current, status: 'done' }));
			},
			onError: (error, { signal }) => {
				if (!signal.aborted) setState((current) => ({ ...current, status: 'failed', error }));
			},
		},
		queryClient,
	);

	const start = useCallback(
		(job: CustomerExportJob) => {
			setState({ ...idle, status: 'running' });
			mutate({ job, signal: task.begin() });
		},
		[task, mutate],
	);
	const cancel = useCallback(() => {
		task.drop();
		setState((current) => (current.status === 'running' ? { ...current, status: 'cancelled' } : current));
	}, [task]);
	const reset = useCallback(() => {
		task.drop();
		setState(idle);
	}, [task]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what one user began must not go on for the next
	useEffect(() => reset, [scope, reset]);

	return { ...state, start, cancel, reset };
}

/** The reader's own date, as ISO writes it. */
function today(): string {
	const now = new Date();
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
