'use client';
import { useCustomerCount } from '../../hooks/useCustomerCount';
import { useWords } from '../../hooks/useWords';
import { tableWords } from '../../locales/en';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import type { TableViewProps } from '../CustomerTable';
import { Button } from './Button';

/** Which rows are shown, and on demand how many there are. */
export function PagerRange({ table }: Pick<TableViewProps, 'table'>) {
	const locale = useWords(tableWords);
	const words = locale.table;
	const { range } = table.paging;
	const { total, isCounting, count } = useCustomerCount(table.state);
	const pattern = { exact: words.rangeOf, 'at-least': words.rangeAtLeast, estimate: words.rangeEstimate, none: words.range };
	return (
		<div data-slot="pc-pager-range">
			{range && (
				<span>
					{formatMessage(pattern[total?.kind ?? 'none'], {
						from: formatNumber(locale, range.from),
						to: formatNumber(locale, range.to),
						total: total && formatNumber(locale, total.value),
					})}
				</span>
			)}
			{range && count && !total && (
				<Button variant="ghost" size="small" busy={isCounting} onClick={count}>
					{words.count}
				</Button>
			)}
		</div>
	);
}
