import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ComponentType, useMemo, useState } from 'react';
import type { CustomerSort } from '../../../src/contract/backend';
import type { Customer } from '../../../src/domain/customer';
import { firstSort } from '../subject';
import { useBackend } from './BackendContext';
import { listQuery, pageQuery } from './customerPages';

/** What a table written by hand takes. */
export interface HandTableProps {
	customers: readonly Customer[];
	sort: CustomerSort;
	onSort: (sort: CustomerSort) => void;
	busy: boolean;
	/** Only what is in sight is drawn, where the table can do that. */
	windowed: boolean;
	selectable: boolean;
	/** The last rows are near. */
	onEnd?: () => void;
}

interface HandPagesProps {
	Table: ComponentType<HandTableProps>;
	selectable?: boolean;
}

const none: readonly Customer[] = [];

/** Search, one page of customers, and the way to the others. */
export function PagedCustomers({ Table, selectable = false }: HandPagesProps) {
	const [query, setQuery] = useState('');
	const [sort, setSort] = useState<CustomerSort>(firstSort);
	const [cursors, setCursors] = useState<readonly string[]>([]);
	const { data, isPending, isPlaceholderData, error } = useQuery(pageQuery(useBackend(), { query, sort, after: cursors.at(-1) }));
	const next = data?.next;
	return (
		<div className="hand">
			<SearchBar
				query={query}
				onQuery={(text) => {
					setQuery(text);
					setCursors([]);
				}}
			/>
			{error && <p role="alert">The customers could not be loaded.</p>}
			{isPending ? (
				<p className="hand-loading">Loading …</p>
			) : (
				<Table
					customers={data?.data ?? none}
					sort={sort}
					onSort={(next) => {
						setSort(next);
						setCursors([]);
					}}
					busy={isPlaceholderData}
					windowed={false}
					selectable={selectable}
				/>
			)}
			<nav className="hand-pager" aria-label="Pages">
				<span>Page {cursors.length + 1}</span>
				<button type="button" disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
					Previous
				</button>
				<button type="button" disabled={!next || isPlaceholderData} onClick={() => next && setCursors([...cursors, next])}>
					Next
				</button>
			</nav>
		</div>
	);
}

/** Search, and all customers below each other. */
export function AllCustomers({ Table }: HandPagesProps) {
	const [query, setQuery] = useState('');
	const [sort, setSort] = useState<CustomerSort>(firstSort);
	const { data, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
		listQuery(useBackend(), { query, sort }),
	);
	const customers = useMemo(() => data?.pages.flatMap((page) => page.data) ?? none, [data]);
	return (
		<div className="hand">
			<SearchBar query={query} onQuery={setQuery} />
			{isPending ? (
				<p className="hand-loading">Loading …</p>
			) : (
				<Table
					customers={customers}
					sort={sort}
					onSort={setSort}
					busy={isPlaceholderData}
					windowed
					selectable={false}
					onEnd={() => {
						if (hasNextPage && !isFetchingNextPage) fetchNextPage();
					}}
				/>
			)}
		</div>
	);
}

function SearchBar({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
	return (
		<search className="hand-bar">
			<input
				type="search"
				aria-label="Search customers"
				placeholder="Name, email or phone"
				value={query}
				onChange={({ target }) => onQuery(target.value)}
			/>
		</search>
	);
}
