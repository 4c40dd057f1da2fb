'use client';
import { type MouseEvent, useEffect, useState } from 'react';
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
	if (!any) return null;
	const open = ({ currentTarget }: MouseEvent) => {
		const root = currentTarget.closest('.pc-table-root');
		show();
		// The button is gone then.
		root?.querySelector<HTMLElement>('tbody a, tbody tr[tabindex], thead button')?.focus({ preventScroll: true });
		root?.querySelector('.pc-scroller')?.scrollTo?.(0, 0);
		root?.scrollIntoView?.({ block: 'nearest' });
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
