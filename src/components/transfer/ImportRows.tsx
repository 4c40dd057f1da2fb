'use client';
import { useId, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import type { CustomerImportRow } from '../../hooks/transfer/importRow';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import type { Locale } from '../../locales/locale';
import { Button } from '../ui/Button';
import { downloadIcon } from '../ui/icons/downloadIcon';
import { slot } from '../ui/slot';
import { ImportRow } from './ImportRow';
import { importStates } from './importStates';

/** Rows to show together, in the order to offer them. */
const groups = ['leftOut', 'withoutAddress', ...importStates, 'all'] as const;

type Group = (typeof groups)[number];

/** Steps in which nothing changes by itself. */
const ended: readonly CustomerImportModel['step'][] = ['checked', 'stopped', 'done'];

/** So many rows are drawn at once. */
const pageSize = 50;

/** The rows of the file by what became of them, some at a time; those with problems first. */
export function ImportRows({ model, withoutAddress }: { model: CustomerImportModel; withoutAddress: number }) {
	const locale = useWords(importWords);
	const { imports, fields } = locale;
	const { rows, counts } = model;
	const [chosen, choose] = useState<Group | null>(null);
	const [page, setPage] = useState(0);
	const id = useId();

	const sizes = { ...counts, leftOut: counts.problem + counts.duplicate, withoutAddress, all: rows.length };
	const telling = (['leftOut', 'withoutAddress'] as const).find((group) => sizes[group] > 0);
	const first = (model.step === 'checked' && telling) || 'all';
	const shown = chosen && sizes[chosen] > 0 ? chosen : first;
	const matching = shown === 'all' ? rows : rows.filter((row) => isIn(row, shown));
	const at = Math.min(page, Math.ceil(matching.length / pageSize) - 1);
	return (
		<>
			<div {...slot('pc-import-filter')}>
				<label {...slot('pc-label')} htmlFor={id}>
					{imports.show}
				</label>
				<select
					{...slot('pc-select')}
					id={id}
					value={shown}
					onChange={(event) => {
						choose(event.target.value as Group);
						setPage(0);
					}}
				>
					{groups
						.filter((group) => sizes[group] > 0)
						.map((group) => (
							<option key={group} value={group}>
								{formatMessage(labelOf(group, imports), { count: formatNumber(locale, sizes[group]) })}
							</option>
						))}
				</select>
				{ended.includes(model.step) && sizes.leftOut + counts.failed > 0 && (
					<Button icon={downloadIcon} onClick={model.downloadRejectedRows}>
						{imports.downloadRejectedRows}
					</Button>
				)}
			</div>
			<table {...slot('pc-import-table')} aria-label={imports.rowsTitle}>
				<thead>
					<tr>
						<th scope="col">{imports.row}</th>
						<th scope="col">{fields.email}</th>
						<th scope="col">{imports.outcome}</th>
					</tr>
				</thead>
				<tbody>
					{matching.slice(at * pageSize, (at + 1) * pageSize).map((row) => (
						<ImportRow key={row.number} row={row} columns={model.columns} />
					))}
				</tbody>
			</table>
			{matching.length > pageSize && <Pager at={at} total={matching.length} onPage={setPage} />}
		</>
	);
}

function labelOf(group: Group, imports: Locale['imports']): string {
	if (group === 'leftOut' || group === 'withoutAddress' || group === 'all') return imports[`${group}Rows`];
	return `${imports.states[group]} ({count})`;
}

function isIn({ state, addressLeftOut }: CustomerImportRow, group: Group): boolean {
	if (group === 'withoutAddress') return addressLeftOut;
	return group === 'leftOut' ? state === 'problem' || state === 'duplicate' : state === group;
}

function Pager({ at, total, onPage }: { at: number; total: number; onPage: (page: number) => void }) {
	const locale = useWords(importWords);
	const { table } = locale;
	const to = Math.min((at + 1) * pageSize, total);
	const number = (value: number) => formatNumber(locale, value);
	return (
		<div {...slot('pc-import-pager')}>
			<Button icon="back" aria-label={table.previous} title={table.previous} aria-disabled={at === 0} onClick={() => onPage(at - 1)} />
			<span>{formatMessage(table.rangeOf, { from: number(at * pageSize + 1), to: number(to), total: number(total) })}</span>
			<Button icon="forward" aria-label={table.next} title={table.next} aria-disabled={to === total} onClick={() => onPage(at + 1)} />
		</div>
	);
}
