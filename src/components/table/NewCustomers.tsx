'use client';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { useNewCustomers } from '../../hooks/live/useNewCustomers';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { liveWords } from '../../locales/english/liveWords';
import { formatPlural } from '../../locales/formatMessage';
import { Button } from '../ui/Button';
import { slot } from '../ui/slot';

/** Customers whom others have created. Floats between toolbar and rows: what is being read stays where it is, and seen, until somebody wants to see them. */
export function NewCustomers({ table }: { table: CustomerTableModel }) {
	const words = useWords(liveWords);
	const { count, show } = useNewCustomers(table.list.data);
	const any = count > 0 && !table.isPrevious;
	const [told, setTold] = useState(false);
	// A place that is there before what is said in it: else nobody hears it.
	useEffect(() => setTold(any), [any]);
	const root = useRef<Element>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once other rows are shown
	useEffect(() => {
		// The button is gone: one goes on at the first of those whom it showed.
		if (document.body.matches(':focus-within')) return;
		root.current?.querySelector<HTMLElement>('[data-pc-row-link], table:not(:has([data-pc-row-link])) button')?.focus();
		root.current = null;
	}, [table.list.data]);
	if (!any) return null;
	const open = ({ currentTarget }: MouseEvent) => {
		root.current = currentTarget.closest('.pc-table-root')!;
		show();
		root.current.querySelector('.pc-scroller')?.scrollTo?.(0, 0);
	};
	return (
		<div role="status" {...slot('pc-new')}>
			{told && (
				<div {...slot('pc-new-place', 'pc-slow')}>
					<Button variant="primary" size="small" onClick={open}>
						<span>{formatPlural(words, words.live.newCustomers, count)}</span>
					</Button>
				</div>
			)}
		</div>
	);
}
