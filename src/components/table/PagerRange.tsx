'use client';
import { useState } from 'react';
import { slot } from '../ui/slot';
import { RangeText } from './RangeText';
import type { AroundRows, RowsPlace } from './useAroundRows';
import { useReachedParts } from './useReachedParts';

/** Which rows are shown, and on demand how many there are. */
export function PagerRange({ table, place }: { table: AroundRows; place: RowsPlace }) {
	const [asked, ask] = useState(0);
	const counted = useReachedParts(asked);
	const canCount = table.capabilities?.paging.total.length !== 0;
	return (
		<div {...slot('pc-pager-range')}>
			{counted ? (
				<counted.CountedRange state={table.state} place={place} />
			) : (
				<RangeText place={place} busy={asked > 0 && counted === undefined} onCount={canCount ? () => ask(asked + 1) : undefined} />
			)}
		</div>
	);
}
