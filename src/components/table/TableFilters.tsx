'use client';
import { memo } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { useSearchText } from '../../hooks/table/useSearchText';
import { tableWords } from '../../locales/english/table/tableWords';
import { SearchBox } from '../ui/SearchBox';
import { slot } from '../ui/slot';
import { FilterMenus } from './FilterMenus';
import type { AroundRows } from './useAroundRows';
import { useReachedParts } from './useReachedParts';

/** Search and filters, those that the backend offers. */
export const TableFilters = memo(function TableFilters({ table }: { table: AroundRows }) {
	const { state, setFilters } = table;
	const { search, filter: by } = table.capabilities ?? everything;
	const byEmail = !search && by.email;
	const filter = useReachedParts(byEmail);
	return (
		<>
			{search && <TableSearchBox table={table} />}
			{byEmail &&
				(filter ? (
					<filter.EmailFilter value={state.email} onChange={(email) => setFilters({ email })} />
				) : (
					filter === undefined && <div {...slot('pc-search')} data-state="loading" />
				))}
			<FilterMenus byCountry={by.country} byCreated={by.created} country={state.country} created={state.created} onFilter={setFilters} />
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

/** What a table shows until it is known what is offered: all of it keeps its place, unseen, so that nothing moves then. */
const everything = { search: true, filter: { email: true, country: true, created: true } };
