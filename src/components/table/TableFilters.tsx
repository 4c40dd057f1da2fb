'use client';
import { memo } from 'react';
import { lazyPart } from '../../hooks/context/lazyPart';
import { useWords } from '../../hooks/context/useWords';
import { useSearchText } from '../../hooks/table/useSearchText';
import { tableWords } from '../../locales/english/table/tableWords';
import { Button } from '../ui/Button';
import { SearchBox } from '../ui/SearchBox';
import { slot } from '../ui/slot';
import { CountryFilter } from './CountryFilter';
import { CreatedFilter } from './CreatedFilter';
import type { AroundRows } from './useAroundRows';

const useEmailFilter = lazyPart(() => import('./typedFilters'));

/** Search and filters, those that the backend offers. */
export const TableFilters = memo(function TableFilters({ table }: { table: AroundRows }) {
	const { state, status, capabilities, setFilters } = table;
	const { table: words } = useWords(tableWords);
	const byEmail = Boolean(!capabilities?.search && capabilities?.filter.email);
	const filter = useEmailFilter(byEmail);
	return (
		<>
			{!capabilities && status === 'loading' && <FiltersSkeleton />}
			{capabilities?.search && <TableSearchBox table={table} />}
			{byEmail &&
				(filter ? (
					<filter.EmailFilter value={state.email} onChange={(email) => setFilters({ email })} />
				) : (
					filter === undefined && searchSkeleton
				))}
			{capabilities?.filter.country && (
				<CountryFilter value={state.country[0]} onChange={(code) => setFilters({ country: code ? [code] : [] })} />
			)}
			{capabilities?.filter.created && <CreatedFilter value={state.created} onChange={(created) => setFilters({ created })} />}
			{table.isNarrowed && status !== 'no-matches' && (
				<Button variant="ghost" onClick={table.clearFilters}>
					{words.clearFilters}
				</Button>
			)}
		</>
	);
});

/** By itself, because a letter renders it alone. */
function TableSearchBox({ table }: { table: AroundRows }) {
	const { table: words } = useWords(tableWords);
	const { setText, flush } = table.search;
	const text = useSearchText(table);
	return <SearchBox label={words.search} placeholder={words.searchPlaceholder} text={text} onText={setText} onEnter={flush} />;
}

const searchSkeleton = <div {...slot('pc-search')} data-state="loading" />;

/** Keeps the places of search and filters until it is known which of them there are. */
function FiltersSkeleton() {
	return (
		<>
			{searchSkeleton}
			<div {...slot('pc-filter')} data-state="loading" />
			<div {...slot('pc-filter')} data-state="loading" />
		</>
	);
}
