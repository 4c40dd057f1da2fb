'use client';
import { memo, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { type CreatedPreset, type CreatedRange, createdPresets, presetOf, presetRange } from '../../hooks/table/createdRange';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { menuWords, tableWords } from '../../locales/english/table/tableWords';
import { slot } from '../ui/slot';
import { useReachedParts } from './useReachedParts';

interface CreatedFilterProps {
	value: CreatedRange;
	/** Must keep its identity. */
	onFilter: CustomerTableModel['setFilters'];
}

/** Presets, or two dates of one's own. */
export const CreatedFilter = memo(function CreatedFilter({ value, onFilter }: CreatedFilterProps) {
	const { table } = useWords(tableWords);
	const { menus } = useWords(menuWords);
	// What was chosen here. Another range, as after clearing the filters or of a saved view, is nobody's choosing any more.
	const [chosen, setChosen] = useState<CreatedRange>();
	const preset = presetOf(value);
	const narrowed = value.gte !== undefined || value.lt !== undefined;
	const choosing = chosen && chosen.gte === value.gte && chosen.lt === value.lt;
	const custom = choosing || (narrowed && preset === undefined);
	const dates = useReachedParts(custom);
	return (
		<>
			<div {...slot('pc-filter')}>
				<select
					{...slot('pc-select')}
					data-state={narrowed ? 'active' : 'idle'}
					aria-label={table.filterCreated}
					value={custom ? 'custom' : (preset ?? '')}
					onChange={({ target }) => {
						if (target.value === 'custom') return setChosen(value);
						setChosen(undefined);
						onFilter({ created: target.value ? presetRange(target.value as CreatedPreset) : {} });
					}}
				>
					<option value="">{table.anyTime}</option>
					{createdPresets.map((name) => (
						<option key={name} value={name}>
							{table[name]}
						</option>
					))}
					<option value="custom">{table.customRange}</option>
				</select>
			</div>
			{dates && (
				<dates.CreatedDates
					value={value}
					onChange={(range) => {
						setChosen(range);
						onFilter({ created: range });
					}}
				/>
			)}
			{dates === null && <p role="alert">{menus.failed}</p>}
		</>
	);
});
