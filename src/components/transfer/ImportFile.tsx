'use client';
import { useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage } from '../../locales/formatMessage';
import { Alert } from '../ui/Alert';
import { Icon } from '../ui/Icon';
import { uploadIcon } from '../ui/icons/uploadIcon';
import { slot } from '../ui/slot';
import { FileProblem, fileLimits } from './FileProblem';

/** Where a file is chosen or dropped, and what is wrong with the one that was. */
export function ImportFile({ model }: { model: CustomerImportModel }) {
	const locale = useWords(importWords);
	const { imports } = locale;
	const [over, setOver] = useState(false);
	const take = (files: FileList | null) => {
		const file = files?.[0];
		if (file) void model.chooseFile(file);
	};
	return (
		<>
			<label
				{...slot('pc-drop')}
				data-state={over ? 'over' : 'idle'}
				onDragOver={(event) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={(event) => {
					event.preventDefault();
					setOver(false);
					take(event.dataTransfer.files);
				}}
			>
				<Icon name={uploadIcon} />
				<span {...slot('pc-drop-title')}>
					<span {...slot('pc-drop-choose')}>{imports.choose}</span>
					<span>{` ${imports.drop}`}</span>
				</span>
				<span {...slot('pc-hint')}>{formatMessage(imports.chooseHint, fileLimits(locale))}</span>
				<input
					type="file"
					{...slot('pc-unseen')}
					accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
					onChange={(event) => {
						take(event.target.files);
						// The same file, mended, can be chosen again.
						event.target.value = '';
					}}
				/>
			</label>
			{model.error && <Alert tone="danger" role="alert" title={locale.errors[model.error.code]} />}
			<FileProblem model={model} />
		</>
	);
}
