'use client';
import type { ReactNode } from 'react';
import { lazyPart } from '../../hooks/context/lazyPart';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { useSearchText } from '../../hooks/table/useSearchText';
import { tableWords } from '../../locales/english/table/tableWords';
import { Button } from '../ui/Button';
import { SearchBox } from '../ui/SearchBox';
import { CountryFilter } from './CountryFilter';
import { CreatedFilter } from './CreatedFilter';

const useEmailFilter = lazyPart(() => import('./EmailFilter'));

interface TableToolbarProps {
	table: CustomerTableModel;
	menus: ReactNode;
	/** More buttons. */
	actions: ReactNode;
	onCreate?: () => void;
	className: string | undefined;
}

/** Search, filters and what can be done; only what the backend offers. */
export function TableToolbar({ table, menus, onCreate, actions, className }: TableToolbarProps) {
	const locale = useWords(tableWords);
	const { capabilities, state } = table;
	const byEmail = Boolean(!capabilities?.search && capabilities?.filter.email);
	const filter = useEmailFilter(byEmail);
	return (
		<div data-slot="pc-toolbar" className={className}>
			{!capabilities && table.status === 'loading' && <ToolbarSkeleton />}
			{capabilities?.search && <TableSearchBox table={table} />}
			{byEmail &&
				(filter ? (
					<filter.EmailFilter value={state.email} onChange={(email) => table.setFilters({ email })} />
				) : (
					filter === undefined && searchSkeleton
				))}
			{capabilities?.filter.country && (
				<CountryFilter value={state.country[0]} onChange={(code) => table.setFilters({ country: code ? [code] : [] })} />
			)}
			{capabilities?.filter.created && <CreatedFilter value={state.created} onChange={(created) => table.setFilters({ created })} />}
			{table.isNarrowed && table.status !== 'no-matches' && (
				<Button variant="ghost" onClick={table.clearFilters}>
					{locale.table.clearFilters}
				</Button>
			)}
			<div data-slot="pc-toolbar-actions">
				{menus}
				<Button
					variant="ghost"
					icon="refresh"
					busy={table.isRefreshing}
					aria-label={locale.table.refresh}
					title={locale.table.refresh}
					onClick={table.retry}
				/>
				{actions}
				{onCreate && capabilities?.write.create && (
					<Button variant="primary" icon="plus" onClick={onCreate}>
						{locale.table.newCustomer}
					</Button>
				)}
			</div>
		</div>
	);
}

/** By itself, because a letter renders it alone. */
function TableSearchBox({ table }: { table: CustomerTableModel }) {
	const { table: words } = useWords(tableWords);
	const { setText, flush } = table.search;
	return (
		<SearchBox label={words.search} placeholder={words.searchPlaceholder} text={useSearchText(table)} onText={setText} onEnter={flush} />
	);
}

const searchSkeleton = <div data-slot="pc-search" data-state="loading" />;

/** Keeps the places of search and filters until it is known which of them there are. */
function ToolbarSkeleton() {
	return (
		<>
			{searchSkeleton}
			<div data-slot="pc-filter" data-state="loading" />
			<div data-slot="pc-filter" data-state="loading" />
		</>
	);
}
