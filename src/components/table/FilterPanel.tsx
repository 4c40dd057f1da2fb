'use client';
import type { CreatedRange } from '../../hooks/table/createdRange';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { slot } from '../ui/slot';
import { CountryChoices } from './CountryChoices';
import { CreatedChoices } from './CreatedChoices';

interface FilterPanelProps {
	byCountry: boolean;
	byCreated: boolean;
	country: readonly string[];
	created: CreatedRange;
	onFilter: CustomerTableModel['setFilters'];
	/** Closes the panel and gives the focus back to its button. */
	close: () => void;
}

/** What there is to filter by. */
export function FilterPanel({ byCountry, byCreated, country, created, onFilter, close }: FilterPanelProps) {
	// Beneath a button of its own each is named by that.
	const titled = byCountry && byCreated;
	return (
		<div {...slot('pc-filter-panel')}>
			{byCountry && <CountryChoices titled={titled} value={country} onChange={(country) => onFilter({ country })} />}
			{byCreated && (
				<CreatedChoices
					titled={titled}
					value={created}
					onChange={(created) => onFilter({ created })}
					onDone={(created) => {
						onFilter({ created });
						close();
					}}
				/>
			)}
		</div>
	);
}
