'use client';
import { memo } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportColumn } from '../../hooks/transfer/customerImportModel';
import type { CustomerImportRow } from '../../hooks/transfer/importRow';
import { issuesOf } from '../../hooks/transfer/rejectedRowsFile';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import { slot } from '../ui/slot';
import { ImportIssues } from './ImportIssues';

interface ImportRowProps {
	row: CustomerImportRow;
	columns: readonly CustomerImportColumn[];
}

/** One row of the file: who it is, and what is wrong with it or what became of it. */
export const ImportRow = memo(function ImportRow({ row, columns }: ImportRowProps) {
	const locale = useWords(importWords);
	const { imports, errors, common } = locale;
	const email = row.cells[columns.findIndex(({ field }) => field === 'email')]?.trim();
	return (
		<tr data-state={row.state}>
			<th scope="row">{formatNumber(locale, row.number)}</th>
			<td>
				<bdi translate={email ? 'no' : undefined}>{email || common.none}</bdi>
			</td>
			<td>
				<span {...slot('pc-import-state')} data-state={row.state}>
					{imports.states[row.state]}
				</span>
				{row.duplicateOf !== null && (
					<p {...slot('pc-import-reason')}>{formatMessage(imports.duplicateOf, { row: formatNumber(locale, row.duplicateOf) })}</p>
				)}
				{row.error && (
					<p {...slot('pc-import-reason')}>
						<span>{`${errors[row.error.code]} `}</span>
						{row.error.requestId && <span {...slot('pc-request-id')}>{formatMessage(common.requestId, { id: row.error.requestId })}</span>}
					</p>
				)}
				{row.addressLeftOut && <p {...slot('pc-import-reason')}>{imports.addressLeftOut}</p>}
				<ImportIssues row={row} issues={issuesOf(row)} columns={columns} />
			</td>
		</tr>
	);
});
