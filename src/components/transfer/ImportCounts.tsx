'use client';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatNumber } from '../../locales/formatMessage';
import { slot } from '../ui/slot';
import { importStates } from './importStates';

/** How many rows there are of each kind; kinds without rows are left out. */
export function ImportCounts({ counts }: Pick<CustomerImportModel, 'counts'>) {
	const locale = useWords(importWords);
	return (
		<dl {...slot('pc-import-counts')}>
			{importStates
				.filter((state) => counts[state] > 0)
				.map((state) => (
					<div key={state} data-state={state}>
						<dt>{locale.imports.states[state]}</dt>
						<dd>{formatNumber(locale, counts[state])}</dd>
					</div>
				))}
		</dl>
	);
}
