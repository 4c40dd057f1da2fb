import { useState } from 'react';
import { formatNumber, useCapabilities, useCustomers } from '../../src/index';
import { useSpoken, useWords } from './useWords';

/** How many customers there are, and how many are new: the kit's hooks without its markup. */
export function Figures() {
	const words = useWords();
	const { data: capabilities } = useCapabilities();
	const [[week, month]] = useState(() => [since(6), since(29)] as const);
	const counts = !capabilities || capabilities.paging.total.includes('exact');
	const enabled = Boolean(capabilities) && counts;
	if (!counts) return null;
	return (
		<dl className="figures">
			<Figure label={words.customers} enabled={enabled} />
			<Figure label={words.lastMonth} since={month} enabled={enabled} />
			<Figure label={words.lastWeek} since={week} enabled={enabled} />
		</dl>
	);
}

function Figure({ label, since, enabled }: { label: string; since?: string; enabled: boolean }) {
	const spoken = useSpoken();
	const created = since ? { created: { gte: since } } : {};
	const { data, isError } = useCustomers({ limit: 1, total: 'exact', ...created, enabled });
	const value = data?.total?.value;
	return (
		<div>
			<dt>{label}</dt>
			<dd data-state={value === undefined && !isError ? 'loading' : undefined}>
				{value === undefined ? '–' : formatNumber(spoken, value)}
			</dd>
		</div>
	);
}

/** So many days ago, from midnight on: the same all day. */
function since(days: number): string {
	const day = new Date();
	day.setDate(day.getDate() - days);
	day.setHours(0, 0, 0, 0);
	return day.toISOString();
}
