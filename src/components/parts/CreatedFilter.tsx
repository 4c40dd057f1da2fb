'use client';
import { useState } from 'react';
import {
	type CreatedPreset,
	type CreatedRange,
	createdPresets,
	daysOfRange,
	presetOf,
	presetRange,
	rangeOfDays,
} from '../../hooks/createdRange';
import { useWords } from '../../hooks/useWords';
import { tableWords } from '../../locales/en';

interface CreatedFilterProps {
	/** `{}` for any time. */
	value: CreatedRange;
	onChange: (range: CreatedRange) => void;
}

/** Presets, or two dates of one's own. */
export function CreatedFilter({ value, onChange }: CreatedFilterProps) {
	const { table } = useWords(tableWords);
	const [choosing, setChoosing] = useState(false);
	const preset = presetOf(value);
	const narrowed = value.gte !== undefined || value.lt !== undefined;
	const custom = choosing || (narrowed && preset === undefined);
	const { from, to } = daysOfRange(value);
	return (
		<>
			<div data-slot="pc-filter">
				<select
					data-slot="pc-select"
					data-state={narrowed ? 'active' : 'idle'}
					aria-label={table.filterCreated}
					value={custom ? 'custom' : (preset ?? '')}
					onChange={({ target }) => {
						setChoosing(target.value === 'custom');
						if (target.value !== 'custom') onChange(target.value ? presetRange(target.value as CreatedPreset) : {});
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
			{custom && (
				<fieldset data-slot="pc-dates" aria-label={table.filterCreated}>
					<input
						type="date"
						data-slot="pc-input"
						aria-label={table.filterCreatedFrom}
						value={from}
						max={to || undefined}
						onChange={(event) => onChange(rangeOfDays(event.target.value, to))}
					/>
					<span aria-hidden="true">–</span>
					<input
						type="date"
						data-slot="pc-input"
						aria-label={table.filterCreatedTo}
						value={to}
						min={from || undefined}
						onChange={(event) => onChange(rangeOfDays(from, event.target.value))}
					/>
				</fieldset>
			)}
		</>
	);
}
