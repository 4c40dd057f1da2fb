'use client';
import { memo } from 'react';
import type { Issue } from '../../domain/issue';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportRow } from '../../hooks/transfer/checkImportRows';
import type { CustomerImportColumn } from '../../hooks/transfer/customerImportModel';
import { issuesOf } from '../../hooks/transfer/rejectedRowsFile';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import { labelledIssue } from '../../locales/issueMessage';
import { slot } from '../ui/slot';

interface ImportRowProps {
	row: CustomerImportRow;
	columns: readonly CustomerImportColumn[];
}

/** One row of the file: who it is, and what is wrong with it or what became of it. */
export const ImportRow = memo(function ImportRow({ row, columns }: ImportRowProps) {
	const locale = useWords(importWords);
	const { imports, errors, common } = locale;
	const valueOf = (path: Issue['path']) => row.cells[columns.findIndex(({ field }) => field === path)]?.trim();
	const issues = issuesOf(row);
	return (
		<tr data-state={row.state}>
			<th scope="row">{formatNumber(locale, row.number)}</th>
			<td>
				<bdi translate={valueOf('email') ? 'no' : undefined}>{valueOf('email') || common.none}</bdi>
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
				{issues.length > 0 && (
					<ul {...slot('pc-import-reasons')}>
						{issues.map((issue) => (
							<li key={`${issue.path} ${issue.code}`}>
								<Sentence issue={issue} />
								{valueOf(issue.path) && <InFile value={valueOf(issue.path)!} text={imports.value} />}
							</li>
						))}
					</ul>
				)}
			</td>
		</tr>
	);
});

/** What is wrong, with the field before it where the sentence does not begin with it. */
function Sentence({ issue }: { issue: Issue }) {
	const { label, sentence } = labelledIssue(useWords(importWords), issue);
	return (
		<>
			{label !== null && <strong>{`${label}:`}</strong>}
			<span>{label === null ? sentence : ` ${sentence}`}</span>
		</>
	);
}

/** What the file says there, kept apart from the sentence whatever its direction. */
function InFile({ value, text }: { value: string; text: string }) {
	const [before, after] = text.split('{value}');
	return (
		<span {...slot('pc-import-value')}>
			<span>{before}</span>
			<bdi translate="no">{value}</bdi>
			<span>{after}</span>
		</span>
	);
}
