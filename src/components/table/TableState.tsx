'use client';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { readWords, tableWords } from '../../locales/english/table/tableWords';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { FailureState } from '../ui/Failure';

interface TableStateProps {
	table: CustomerTableModel;
	onCreate: (() => void) | undefined;
}

/** Takes the table's place when there are no rows to show. */
export function TableState({ table, onCreate }: TableStateProps) {
	const { table: words } = useWords(tableWords);
	const { errors } = useWords(readWords);
	const { status, error } = table;
	if (status === 'empty') {
		return (
			<EmptyState
				icon="customers"
				title={words.empty}
				actions={
					onCreate &&
					table.capabilities?.write.create !== false && (
						<Button variant="primary" icon="plus" onClick={onCreate}>
							{words.newCustomer}
						</Button>
					)
				}
			>
				{words.emptyHint}
			</EmptyState>
		);
	}
	if (status === 'no-matches') {
		return (
			<EmptyState icon="search" title={words.noMatches} actions={<Button onClick={table.clearFilters}>{words.clearFilters}</Button>}>
				{words.noMatchesHint}
			</EmptyState>
		);
	}
	if (status === 'offline') return <EmptyState icon="offline" title={words.offline} />;
	if (status === 'forbidden') {
		return (
			<EmptyState icon="lock" title={words.forbidden} role="alert">
				{errors.forbidden}
			</EmptyState>
		);
	}
	return error && <FailureState error={error} title={words.failed} onRetry={table.retry} />;
}
