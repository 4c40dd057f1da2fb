'use client';
import { useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { daysOfRange, rangeOfDays } from '../../hooks/table/createdDays';
import { type CreatedRange, createdPresets, presetOf, presetRange } from '../../hooks/table/createdRange';
import { filterWords } from '../../locales/english/table/filterWords';
import { slot } from '../ui/slot';
import { Calendar } from './Calendar';
import { CreatedDates } from './CreatedDates';
import { PanelTitle } from './PanelTitle';

interface CreatedChoicesProps {
	/** Whether its name is to be seen. */
	titled: boolean;
	/** `{}` for any time. */
	value: CreatedRange;
	onChange: (range: CreatedRange) => void;
	/** Called instead where nothing is left to choose. */
	onDone: (range: CreatedRange) => void;
}

/** Presets, or two days of one's own: from a calendar or typed. */
export function CreatedChoices({ titled, value, onChange, onDone }: CreatedChoicesProps) {
	const { table } = useWords(filterWords);
	const [start, setStart] = useState<string>();
	const days = start ? { from: start, to: start } : daysOfRange(value);
	const pick = (day: string) => {
		if (start === undefined) return setStart(day);
		setStart(undefined);
		const [from, to] = [start, day].sort() as [string, string];
		onDone(rangeOfDays(from, to));
	};
	return (
		<fieldset {...slot('pc-filter-created')} aria-label={table.filterCreated}>
			{titled && <PanelTitle text={table.filterCreated} />}
			<ul {...slot('pc-menu-list')}>
				{createdPresets.map((name) => (
					<li key={name} {...slot('pc-menu-row')}>
						<button
							type="button"
							{...slot('pc-menu-choose')}
							aria-current={presetOf(value) === name ? 'true' : undefined}
							onClick={() => onDone(presetRange(name))}
						>
							<bdi>{table[name]}</bdi>
						</button>
					</li>
				))}
			</ul>
			<div {...slot('pc-filter-days')}>
				<Calendar from={days.from} to={days.to} onPick={pick} />
				<CreatedDates value={value} onChange={onChange} />
			</div>
		</fieldset>
	);
}
