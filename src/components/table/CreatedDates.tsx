'use client';
import { useWords } from '../../hooks/context/useWords';
import { daysOfRange, rangeOfDays } from '../../hooks/table/createdDays';
import type { CreatedRange } from '../../hooks/table/createdRange';
import { filterWords } from '../../locales/english/table/filterWords';
import { slot } from '../ui/slot';

export interface CreatedDatesProps {
	/** `{}` for any time. */
	value: CreatedRange;
	onChange: (range: CreatedRange) => void;
}

/** Two dates, both included. */
export function CreatedDates({ value, onChange }: CreatedDatesProps) {
	const { table } = useWords(filterWords);
	const { from, to } = daysOfRange(value);
	return (
		<fieldset {...slot('pc-dates')} aria-label={table.filterCreated}>
			<input
				type="date"
				{...slot('pc-input')}
				aria-label={table.filterCreatedFrom}
				value={from}
				max={to || undefined}
				onChange={(event) => onChange(rangeOfDays(event.target.value, to))}
			/>
			<span aria-hidden="true">–</span>
			<input
				type="date"
				{...slot('pc-input')}
				aria-label={table.filterCreatedTo}
				value={to}
				min={from || undefined}
				onChange={(event) => onChange(rangeOfDays(from, event.target.value))}
			/>
		</fieldset>
	);
}
