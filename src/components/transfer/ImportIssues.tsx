'use client';
import type { Issue } from '../../domain/issue';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportColumn } from '../../hooks/transfer/customerImportModel';
import type { ImportFileRow } from '../../hooks/transfer/importFile';
import { importWords } from '../../locales/english/transfer/importWords';
import { labelledIssue } from '../../locales/issueMessage';
import { slot } from '../ui/slot';

interface ImportIssuesProps {
	row: ImportFileRow;
	issues: readonly Issue[];
	columns: readonly CustomerImportColumn[];
}

/** What is wrong with a row, each with what the file says there. */
export function ImportIssues({ row, issues, columns }: ImportIssuesProps) {
	const { imports } = useWords(importWords);
	const valueOf = (path: Issue['path']) => row.cells[columns.findIndex(({ field }) => field === path)]?.trim();
	if (issues.length === 0 && !row.unclear) return null;
	return (
		<ul {...slot('pc-import-reasons')}>
			{row.unclear && <li>{imports.unclear[row.unclear]}</li>}
			{issues.map((issue) => (
				<li key={`${issue.path} ${issue.code}`}>
					<Sentence issue={issue} />
					{valueOf(issue.path) && <InFile value={valueOf(issue.path)!} text={imports.value} />}
				</li>
			))}
		</ul>
	);
}

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
