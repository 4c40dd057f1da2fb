'use client';
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CustomerError } from '../../contract/errors';
import { customerKey } from '../cache/customerKey';
import { mutationSettings } from '../cache/querySettings';
import { refreshLists } from '../cache/showWritten';
import { useCustomersContext } from '../context/customersContext';
import type { CustomerImportModel } from './customerImportModel';
import type { CustomerImportRow } from './importRow';
import { beginRun, endRun, type ImportChange, pauseRun } from './importState';
import type { LatestTask } from './latestTask';
import { loadTransferPart } from './loadTransferPart';

/** Sends the rows of an import, as its latest task; a mutation, so that the provider hears of failures as of any other call. */
export function useImportRun(
	rows: readonly CustomerImportRow[],
	task: LatestTask,
	change: (change: ImportChange) => void,
): Pick<CustomerImportModel, 'start' | 'stop'> {
	const { backend, scope, queryClient } = useCustomersContext();
	const { mutate } = useMutation<void, CustomerError, AbortSignal>(
		{
			...mutationSettings,
			gcTime: 0,
			mutationKey: customerKey(scope, 'import'),
			mutationFn: async (signal) => {
				const { runImport } = await loadTransferPart(import('./runImport'));
				return runImport({
					backend,
					scope,
					rows,
					signal,
					onRows: (next) => task.isLatest(signal) && change({ rows: next }),
					onPause: (until) => !signal.aborted && change(pauseRun(until)),
				});
			},
			onSettled: (_, error, signal) => {
				if (!task.isLatest(signal)) return;
				refreshLists(queryClient, scope);
				change(endRun(error));
			},
		},
		queryClient,
	);
	return {
		start: useCallback(() => {
			change(beginRun);
			mutate(task.begin());
		}, [task, change, mutate]),
		stop: useCallback(() => {
			task.stop();
			change({ isStopping: true });
		}, [task, change]),
	};
}
