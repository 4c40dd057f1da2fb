'use client';
import { useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/useCustomerTable';
import { tableWords } from '../../locales/english/table/tableWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import { Button } from '../ui/Button';
import { lazyPart } from '../ui/lazyPart';

const useCounted = lazyPart(() => import('./CountedRange'));

/** Which rows are shown, and on demand how many there are. */
export function PagerRange({ table }: { table: CustomerTableModel }) {
	const [asked, ask] = useState(0);
	const counted = useCounted(asked);
	const canCount = table.capabilities?.paging.total.length;
	return (
		<div data-slot="pc-pager-range">
			{counted ? (
				<counted.CountedRange table={table} />
			) : (
				<RangeText table={table} busy={asked > 0 && counted === undefined} onCount={canCount ? () => ask(asked + 1) : undefined} />
			)}
		</div>
	);
}

interface RangeTextProps {
	table: CustomerTableModel;
	/** With a place for the total. @default only which rows are shown */
	pattern?: string;
	total?: number;
	busy: boolean;
	/** Shows a button to count. */
	onCount: (() => void) | undefined;
}

export function RangeText({ table, pattern, total, busy, onCount }: RangeTextProps) {
	const locale = useWords(tableWords);
	const { range } = table.paging;
	return (
		range && (
			<>
				<span>
					{formatMessage(pattern ?? locale.table.range, {
						from: formatNumber(locale, range.from),
						to: formatNumber(locale, range.to),
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
