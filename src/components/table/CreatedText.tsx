'use client';
import { useWords } from '../../hooks/context/useWords';
import { type CreatedRange, presetOf } from '../../hooks/table/createdRange';
import { filterWords } from '../../locales/english/table/filterWords';
import { Chosen } from './Chosen';

/** A range as its preset is called, or as two days. */
export function CreatedText({ value }: { value: CreatedRange }) {
	const { table, code } = useWords(filterWords);
	const preset = presetOf(value);
	return <Chosen label={table.filterCreated} value={preset ? table[preset] : readDays(value, code)} />;
}

function readDays(value: CreatedRange, code: string): string {
	const days = new Intl.DateTimeFormat(code, { dateStyle: 'medium', calendar: 'gregory' });
	const from = value.gte ? new Date(value.gte) : undefined;
	// Up to it, and not on it.
	const to = value.lt ? new Date(Date.parse(value.lt) - 1) : undefined;
	return from && to ? days.formatRange(from, to) : from ? `${days.format(from)} –` : `– ${days.format(to)}`;
}
