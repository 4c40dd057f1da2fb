'use client';
import { memo, type ReactNode } from 'react';
import { lazyPart } from '../../hooks/context/lazyPart';
import { useWords } from '../../hooks/context/useWords';
import type { CreatedRange } from '../../hooks/table/createdRange';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { tableWords } from '../../locales/english/table/tableWords';
import { slot } from '../ui/slot';
import { Menu } from './Menu';

interface FilterMenusProps {
	/** Which of them the backend offers. */
	byCountry: boolean;
	byCreated: boolean;
	/** ISO 3166-1 alpha-2 each. */
	country: readonly string[];
	created: CreatedRange;
	/** Must keep its identity. */
	onFilter: CustomerTableModel['setFilters'];
}

const useFilterPanels = lazyPart(() => import('./filterPanels'));

/** A button for each filter, which says what is chosen and lets go of it; where there is little room, one button for all. */
export const FilterMenus = memo(function FilterMenus({ byCountry, byCreated, country, created, onFilter }: FilterMenusProps) {
	const { table: words } = useWords(tableWords);
	const countries = country.length > 0;
	const dates = (created.gte ?? created.lt) !== undefined;
	const part = useFilterPanels(countries || dates);
	const filter = (name: string, label: string, byCountry: boolean, byCreated: boolean, chosen?: ReactNode) => (
		<div {...slot('pc-filter')} data-filter={name} data-state={chosen ? 'active' : 'idle'}>
			<Menu
				label={label}
				usePart={useFilterPanels}
				panel={({ FilterPanel }, close) => <FilterPanel {...{ byCountry, byCreated, country, created, onFilter, close }} />}
			>
				<span {...slot('pc-menu-title')}>{chosen || label}</span>
			</Menu>
			{part && chosen && <part.LetGo {...{ label, byCountry, onFilter }} />}
		</div>
	);
	return (
		<>
			{byCountry && byCreated && filter('all', words.filters, true, true)}
			{byCountry && filter('country', words.filterCountry, true, false, countries && part && <part.CountryText value={country} />)}
			{byCreated && filter('created', words.filterCreated, false, true, dates && part && <part.CreatedText value={created} />)}
		</>
	);
});
