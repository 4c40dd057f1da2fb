'use client';
import { formatAddress } from '../../domain/formatAddress';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import type { CheckedImportRow } from '../../hooks/transfer/importRow';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatNumber } from '../../locales/formatMessage';
import { slot } from '../ui/slot';
import { ImportIssues } from './ImportIssues';

/** The first rows of the file as the customers that they will be, or what is wrong with them. */
export function ImportPreview({ model }: { model: CustomerImportModel }) {
	const { imports } = useWords(importWords);
	if (!model.columns.some(({ field }) => field === 'email')) return null;
	return (
		<table {...slot('pc-import-table')} aria-label={imports.preview}>
			<thead>
				<tr>
					<th scope="col">{imports.row}</th>
					<th scope="col">{imports.preview}</th>
				</tr>
			</thead>
			<tbody>
				{model.preview.map((row) => (
					<Person key={row.number} row={row} columns={model.columns} />
				))}
			</tbody>
		</table>
	);
}

const noAddress = { line1: null, line2: null, city: null, state: null, postal_code: null, country: null };

function Person({ row, columns }: { row: CheckedImportRow; columns: CustomerImportModel['columns'] }) {
	const locale = useWords(importWords);
	const { input } = row;
	const address = input?.address && { ...noAddress, ...input.address };
	const more = input && [input.name, input.phone, address && formatAddress(address, { locale: locale.code }).join(', ')];
	return (
		<tr data-state={row.issues.length > 0 || row.unclear ? 'problem' : 'ready'}>
			<th scope="row">{formatNumber(locale, row.number)}</th>
			<td>
				{input && (
					<p {...slot('pc-import-person')}>
						<bdi translate="no">{input.email}</bdi>
						{more?.map(
							(value) =>
								value && (
									<bdi key={value} {...slot('pc-sample')} translate="no">
										{value}
									</bdi>
								),
						)}
					</p>
				)}
				<ImportIssues row={row} issues={row.issues} columns={columns} />
			</td>
		</tr>
	);
}
