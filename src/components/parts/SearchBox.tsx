'use client';
import type { CustomerTableModel } from '../../hooks/useCustomerTable';
import { useWords } from '../../hooks/useWords';
import { tableWords } from '../../locales/en';
import { Icon } from './Icon';

/** Searches as one types, at once on Enter. */
export function SearchBox({ search }: { search: CustomerTableModel['search'] }) {
	const { table } = useWords(tableWords);
	return (
		<search data-slot="pc-search">
			<Icon name="search" />
			<input
				type="search"
				data-slot="pc-input"
				aria-label={table.search}
				placeholder={table.searchPlaceholder}
				value={search.text}
				onChange={(event) => search.setText(event.target.value)}
				onKeyDown={(event) => {
					if (event.key === 'Enter' && !event.nativeEvent.isComposing) search.flush();
				}}
				autoComplete="off"
				spellCheck={false}
				enterKeyHint="search"
			/>
		</search>
	);
}
