'use client';
import { useId } from 'react';
import { useCustomerCount } from '../../hooks/useCustomerCount';
import { useLocale } from '../../hooks/useLocale';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import type { TableViewProps } from '../CustomerTable';
import { Button } from './Button';

const defaultSizes = [20, 50, 100];

/** Where one is, how many there are (on demand), and the way to the other pages. */
export function TablePager({ table, pageSizes = defaultSizes, classNames = {} }: TableViewProps) {
	const locale = useLocale();
	const words = locale.table;
	const { paging, state } = table;
	const { total, isCounting, count } = useCustomerCount(state);
	const sizeId = useId();
	const sizes = [...new Set([...pageSizes, state.limit])].sort((a, b) => a - b);
	const pattern = { exact: words.rangeOf, 'at-least': words.rangeAtLeast, estimate: words.rangeEstimate, none: words.range };
	return (
		<div data-slot="pc-pager" className={classNames.pager}>
			<div data-slot="pc-pager-range">
				{paging.range && (
					<span>
						{formatMessage(pattern[total?.kind ?? 'none'], {
							from: formatNumber(locale, paging.range.from),
							to: formatNumber(locale, paging.range.to),
							total: total && formatNumber(locale, total.value),
						})}
					</span>
				)}
				{paging.range && count && !total && (
					<Button variant="ghost" size="small" busy={isCounting} onClick={count}>
						{words.count}
					</Button>
				)}
			</div>
			<div data-slot="pc-pager-size">
				<label htmlFor={sizeId}>{words.pageSize}</label>
				<select id={sizeId} data-slot="pc-select" value={state.limit} onChange={(event) => table.setPageSize(Number(event.target.value))}>
					{sizes.map((size) => (
						<option key={size} value={size}>
							{formatNumber(locale, size)}
						</option>
					))}
				</select>
			</div>
			<div data-slot="pc-pager-buttons">
				<Step label={words.first} icon="first" enabled={paging.hasPrevious} onClick={paging.goFirst} />
				<Step label={words.previous} icon="back" enabled={paging.hasPrevious} onClick={paging.goPrevious} />
				<Step label={words.next} icon="forward" enabled={paging.hasNext} onClick={paging.goNext} onIntent={table.prefetchNext} />
			</div>
		</div>
	);
}

interface StepProps {
	label: string;
	icon: 'first' | 'back' | 'forward';
	enabled: boolean;
	onClick: () => void;
	onIntent?: () => void;
}

/** Stays focusable where there is nothing to go to, so that the focus is not lost on the last page. */
function Step({ label, icon, enabled, onClick, onIntent }: StepProps) {
	return (
		<Button
			icon={icon}
			aria-label={label}
			title={label}
			aria-disabled={!enabled}
			onClick={onClick}
			onFocus={onIntent}
			onPointerEnter={onIntent}
		/>
	);
}
