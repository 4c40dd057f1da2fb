'use client';
import { useWords } from '../../hooks/context/useWords';
import { tableWords } from '../../locales/english/table/tableWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import { Button } from '../ui/Button';
import type { RowsPlace } from './useAroundRows';

interface RangeTextProps {
	place: RowsPlace;
	/** With a place for the total. @default only which rows are shown */
	pattern?: string;
	total?: number;
	busy: boolean;
	/** Shows a button to count. */
	onCount: (() => void) | undefined;
}

/** Which rows are shown, of how many where they were counted. */
export function RangeText({ place, pattern, total, busy, onCount }: RangeTextProps) {
	const locale = useWords(tableWords);
	const { from, to } = place;
	return (
		from &&
		to && (
			<>
				<span>
					{formatMessage(pattern ?? locale.table.range, {
						from: formatNumber(locale, from),
						to: formatNumber(locale, to),
						total: total && formatNumber(locale, total),
					})}
				</span>
				{onCount && (
					<Button variant="ghost" size="small" busy={busy} onClick={onCount}>
						{locale.table.count}
					</Button>
				)}
			</>
		)
	);
}
