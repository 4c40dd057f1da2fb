'use client';
import { useId, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportRow } from '../../hooks/transfer/checkImportRows';
import type { CustomerImportModel } from '../../hooks/transfer/useCustomerImport';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import { Button } from '../ui/Button';
import { downloadIcon } from '../ui/icons/downloadIcon';
import { ImportRow } from './ImportRow';
import { importStates } from './importStates';

type Shown = CustomerImportRow['state'] | 'leftOut' | 'withoutAddress' | 'all';

/** Steps in which nothing changes by itself. */
const ended: readonly CustomerImportModel['step'][] = ['checked', 'stopped', 'done'];

/** So many rows are drawn at once. */
const pageSize = 50;

/** The rows of the file by what became of them, some at a time; those with problems first. */
export function ImportRows({ model, withoutAddress }: { model: CustomerImportModel; withoutAddress: number }) {
	const locale = useWords(importWords);
	const { imports, fields, table } = locale;
	const { rows, counts } = model;
	const [chosen, choose] = useState<Shown | null>(null);
	const [page, setPage] = useState(0);
	const id = useId();

	const countOf = (what: Shown) => {
		if (what === 'all') return rows.length;
		if (what === 'leftOut') return counts.problem + counts.duplicate;
		return what === 'withoutAddress' ? withoutAddress : counts[what];
	};
	const telling = (['leftOut', 'withoutAddress'] as const).find((what) => countOf(what) > 0);
	const first = (model.step === 'checked' && telling) || 'all';
	const shown = chosen !== null && countOf(chosen) > 0 ? chosen : first;
	const matching = shown === 'all' ? rows : rows.filter((row) => isShown(row, shown));
	const pages = Math.max(1, Math.ceil(matching.length / pageSize));
	const at = Math.min(page, pages - 1);
	const from = at * pageSize;
	const to = Math.min(from + pageSize, matching.length);
	const number = (value: number) => formatNumber(locale, value);
	return (
		<>
			<div data-slot="pc-import-filter">
				<label data-slot="pc-label" htmlFor={id}>
					{imports.show}
				</label>
				<select
					data-slot="pc-select"
					id={id}
					value={shown}
					onChange={(event) => {
						choose(event.target.value as Shown);
						setPage(0);
					}}
				>
					{countOf('leftOut') > 0 && (
						<option value="leftOut">{formatMessage(imports.leftOutRows, { count: number(countOf('leftOut')) })}</option>
					)}
					{withoutAddress > 0 && (
						<option value="withoutAddress">{formatMessage(imports.withoutAddressRows, { count: number(withoutAddress) })}</option>
					)}
					{importStates
						.filter((state) => counts[state] > 0)
						.map((state) => (
							<option key={state} value={state}>
								{`${imports.states[state]} (${number(counts[state])})`}
							</option>
						))}
					<option value="all">{formatMessage(imports.allRows, { count: number(rows.length) })}</option>
				</select>
				{ended.includes(model.step) && countOf('leftOut') + counts.failed > 0 && (
					<Button icon={downloadIcon} onClick={model.downloadLeftOut}>
						{imports.downloadLeftOut}
					</Button>
				)}
			</div>
			<table data-slot="pc-import-table" aria-label={imports.rowsTitle}>
				<thead>
					<tr>
						<th scope="col">{imports.row}</th>
						<th scope="col">{fields.email}</th>
						<th scope="col">{imports.outcome}</th>
					</tr>
				</thead>
				<tbody>
					{matching.slice(from, to).map((row) => (
						<ImportRow key={row.number} row={row} columns={model.columns} />
					))}
				</tbody>
			</table>
			{pages > 1 && (
				<div data-slot="pc-import-pager">
					<Button
						icon="back"
						aria-label={table.previous}
						title={table.previous}
						aria-disabled={at === 0 || undefined}
						onClick={() => setPage(at - 1)}
					/>
					<span>{formatMessage(table.rangeOf, { from: number(from + 1), to: number(to), total: number(matching.length) })}</span>
					<Button
						icon="forward"
						aria-label={table.next}
						title={table.next}
						aria-disabled={at === pages - 1 || undefined}
						onClick={() => setPage(at + 1)}
					/>
				</div>
			)}
		</>
	);
}

function isShown({ state, addressLeftOut }: CustomerImportRow, shown: Shown): boolean {
	if (shown === 'withoutAddress') return addressLeftOut;
	return shown === 'leftOut' ? state === 'problem' || state === 'duplicate' : state === shown;
}
