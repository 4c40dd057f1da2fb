'use client';
import { useEffect } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableState } from '../../hooks/table/customerTableState';
import { useCustomerCount } from '../../hooks/table/useCustomerCount';
import { countWords } from '../../locales/english/table/countWords';
import { RangeText } from './RangeText';
import type { RowsPlace } from './useAroundRows';

/** Counts at once, and again when asked to after another search. */
export function CountedRange({ state, place }: { state: CustomerTableState; place: RowsPlace }) {
	const words = useWords(countWords).table;
	const { total, isCounting, count } = useCustomerCount(state);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what made this appear was asking for the count
	useEffect(() => count?.(), []);
	const patterns = { exact: words.rangeOf, 'at-least': words.rangeAtLeast, estimate: words.rangeEstimate };
	return (
		<RangeText
			place={place}
			pattern={total && patterns[total.kind]}
			total={total?.value}
			busy={isCounting}
			onCount={total ? undefined : count}
		/>
	);
}
