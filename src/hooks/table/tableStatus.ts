import type { UseQueryResult } from '@tanstack/react-query';
import type { CustomerError } from '../../contract/errors';
import type { CustomerTableStatus } from './customerTableModel';

/** What a table shows in place of its rows, if anything. */
export function tableStatus(
	list: Pick<UseQueryResult<unknown, CustomerError>, 'data' | 'error' | 'fetchStatus'>,
	rows: number,
	narrowed: boolean,
	isOffline: boolean,
): CustomerTableStatus {
	const { data, error, fetchStatus } = list;
	if (rows) return 'ready';
	if (data) return narrowed ? 'no-matches' : 'empty';
	if (error && fetchStatus !== 'fetching') return error.code === 'forbidden' ? 'forbidden' : 'failed';
	return isOffline ? 'offline' : 'loading';
}
