'use client';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { filterWords } from '../../locales/english/table/filterWords';
import { Button } from '../ui/Button';
import { slot } from '../ui/slot';
import { addMonths, dayNumber, dayText, firstWeekday, instantOf, todayNumber, weekday, weeksOf } from './calendarDays';

interface CalendarProps {
	/** First and last day of what is chosen, `YYYY-MM-DD`; `''` for none. */
	from: string;
	to: string;
	onPick: (day: string) => void;
}

/**
 * A month to choose days from, by the keys of the ARIA grid: arrows, Home and End in the week, Page Up and Page Down by months, with Shift by
 * years. Its words and digits are those of `Intl`, its months the Gregorian ones, as all dates of the kit.
 */
export function Calendar({ from, to, onPick }: CalendarProps) {
	const { code, dir, table } = useWords(filterWords);
	const title = useId();
	const today = todayNumber();
	const [first, last] = rangeOf(from, to, today);
	const [day, setDay] = useState(last);
	const grid = useRef<HTMLTableElement>(null);
	const byKey = useRef(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once the day has its place
	useEffect(() => {
		if (byKey.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
		byKey.current = false;
	}, [day]);
	const week = firstWeekday(code);
	const weeks = weeksOf(day, week);
	const { month, full, long, brief } = formatsOf(code, weeks[0]);
	const digits = new Intl.NumberFormat(code);
	const shown = instantOf(day).getUTCMonth();
	const onKeyDown = (event: KeyboardEvent) => {
		const next = step(event, day, dir === 'rtl' ? -1 : 1, weekday(day, week));
		if (next === undefined) return;
		event.preventDefault();
		byKey.current = true;
		setDay(next);
	};
	return (
		<div {...slot('pc-calendar')}>
			<div {...slot('pc-menu-head')}>
				<p id={title} role="status">
					{month(day)}
				</p>
				<Button variant="ghost" size="small" icon="back" aria-label={table.previousMonth} onClick={() => setDay(addMonths(day, -1))} />
				<Button variant="ghost" size="small" icon="forward" aria-label={table.nextMonth} onClick={() => setDay(addMonths(day, 1))} />
			</div>
			{/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of days is a grid where one walks by arrow keys */}
			<table ref={grid} role="grid" {...slot('pc-calendar-grid')} aria-labelledby={title} onKeyDown={onKeyDown}>
				<thead>
					<tr>
						{weeks[0]?.map((number) => (
							<th key={number} scope="col" abbr={long(number)}>
								{brief(number)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{weeks.map((days) => (
						<tr key={days[0]}>
							{days.map((number) => {
								const chosen = first !== undefined && number >= first && number <= Math.max(first, last);
								return (
									// biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid it is a gridcell
									<td key={number} aria-selected={chosen}>
										<button
											type="button"
											{...slot('pc-day')}
											data-state={instantOf(number).getUTCMonth() === shown ? 'inside' : 'outside'}
											tabIndex={number === day ? 0 : -1}
											aria-label={full(number)}
											aria-current={number === today ? 'date' : undefined}
											onClick={() => {
												setDay(number);
												onPick(dayText(number));
											}}
										>
											{digits.format(instantOf(number).getUTCDate())}
										</button>
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** The days chosen, as numbers. What ends nowhere ends today, for the eye. */
function rangeOf(from: string, to: string, today: number): [first: number | undefined, last: number] {
	return [dayNumber(from) ?? (to ? Number.NEGATIVE_INFINITY : undefined), dayNumber(to) ?? today];
}

/** How days are written. */
function formatsOf(code: string, week: readonly number[] | undefined) {
	const format = (options: Intl.DateTimeFormatOptions) => {
		const dates = new Intl.DateTimeFormat(code, { ...options, timeZone: 'UTC', calendar: 'gregory' });
		return (number: number) => dates.format(instantOf(number));
	};
	// Arabic has no shorter ones than whole words but letters, and there is room for some letters.
	const [short, letter] = [format({ weekday: 'short' }), format({ weekday: 'narrow' })];
	return {
		month: format({ month: 'long', year: 'numeric' }),
		full: format({ dateStyle: 'full' }),
		long: format({ weekday: 'long' }),
		brief: week?.every((number) => short(number).length < 5) ? short : letter,
	};
}

/** Where a key leads, if anywhere. */
function step({ key, shiftKey }: KeyboardEvent, day: number, side: 1 | -1, inWeek: number): number | undefined {
	const keys: Record<string, () => number> = {
		ArrowLeft: () => day - side,
		ArrowRight: () => day + side,
		ArrowUp: () => day - 7,
		ArrowDown: () => day + 7,
		Home: () => day - inWeek,
		End: () => day - inWeek + 6,
		PageUp: () => addMonths(day, shiftKey ? -12 : -1),
		PageDown: () => addMonths(day, shiftKey ? 12 : 1),
	};
	return keys[key]?.();
}
