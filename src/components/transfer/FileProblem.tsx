'use client';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import { maxImportBytes, maxImportRows } from '../../hooks/transfer/importFile';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import { Alert } from '../ui/Alert';

/** How large a file may be, in the reader's digits. */
export function fileLimits(locale: typeof importWords): { megabytes: string; rows: string } {
	return { megabytes: formatNumber(locale, maxImportBytes / 1024 / 1024), rows: formatNumber(locale, maxImportRows) };
}

/** Why the file cannot be imported, or not as it was said to be written. */
export function FileProblem({ model: { fileProblem, fileName } }: { model: CustomerImportModel }) {
	const locale = useWords(importWords);
	if (!fileProblem) return null;
	return (
		<Alert tone="danger" role="alert" title={formatMessage(locale.imports.files[fileProblem.code], fileLimits(locale))}>
			<bdi translate="no">{fileName}</bdi>
		</Alert>
	);
}
