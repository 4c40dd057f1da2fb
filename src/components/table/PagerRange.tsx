'use client';
import { useState } from 'react';
import { lazyPart } from '../../hooks/context/lazyPart';
import { slot } from '../ui/slot';
import { RangeText } from './RangeText';
import type { AroundRows } from './useAroundRows';

const useCounted = lazyPart(() => import('./askedFor'));

/** Which rows are shown, and on demand how many there are. */
export function PagerRange({ table }: { table: AroundRows }) {
	const [asked, ask] = useState(0);
	const counted = useCounted(asked);
	const canCount = table.capabilities?.paging.total.length !== 0;
	return (
		<div {...slot('pc-pager-range')}>
			{counted ? (
				<counted.CountedRange table={table} />
			) : (
				<RangeText table={table} busy={asked > 0 && counted === undefined} onCount={canCount ? () => ask(asked + 1) : undefined} />
			)}
		</div>
	);
}
