'use client';
import type { ReactNode } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { stateWords } from '../../locales/english/table/stateWords';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { FailureState } from '../ui/Failure';
import { customersIcon } from '../ui/icons/customersIcon';
import { lockIcon } from '../ui/icons/lockIcon';
import { offlineIcon } from '../ui/icons/offlineIcon';
import { ownElement } from '../ui/ownElement';

interface TableStateProps {
	table: CustomerTableModel;
	onCreate?: (() => void) | undefined;
	/** The host's buttons of the toolbar, and those where there is nobody yet. */
	actions?: ReactNode | ((shown: never) => ReactNode);
	emptyActions?: ReactNode;
}

/** Takes the table's place when there are no rows to show. */
export function TableState({ table, onCreate, actions, emptyActions = typeof actions !== 'function' && actions }: TableStateProps) {
	const { table: words, errors } = useWords(stateWords);
	const { status, error } = table;
	if (status === 'empty') {
		return (
			<EmptyState
				icon={customersIcon}
				title={words.empty}
				actions={
					<>
						{onCreate && table.capabilities?.write.create !== false && (
							<Button variant="primary" icon="plus" onClick={() => onCreate()}>
								{words.newCustomer}
							</Button>
						)}
						{ownElement(emptyActions)}
					</>
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
	if (status === 'offline') return <EmptyState icon={offlineIcon} title={words.offline} />;
	if (status === 'forbidden') {
		return (
			<EmptyState icon={lockIcon} title={words.forbidden} role="alert">
				{errors.forbidden}
			</EmptyState>
		);
	}
	return error && <FailureState error={error} title={words.failed} onRetry={table.retry} />;
}
