'use client';
import { useId, useRef, useState } from 'react';
import type { ListCustomersRequest } from '../../contract/backend';
import { type CsvColumn, type CsvMode, type ExportDelimiter, exportDelimiters } from '../../domain/csv';
import { useWords } from '../../hooks/context/useWords';
import { type CustomerExportJob, usualDelimiter } from '../../hooks/transfer/exportChunks';
import type { CustomerExportModel } from '../../hooks/transfer/useCustomerExport';
import { exportWords } from '../../locales/english/transfer/exportWords';
import { formatMessage, formatPlural } from '../../locales/formatMessage';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { downloadIcon } from '../ui/icons/downloadIcon';
import { slot } from '../ui/slot';
import { useFocusKept } from '../ui/useFocusKept';
import { Choices } from './Choices';
import { exportStatus } from './exportStatus';

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** What a table shows now, to be exported. */
export interface ExportContents {
	/** What the table shows now: its search, filters, sort, cursor and size. @default every customer */
	request?: ListCustomersRequest;
	/** Ids of the selected customers, offered first where there are any. @default none */
	selection?: readonly string[];
	/** What the table shows of a customer; lets one export just these. @default every column that the user may read */
	columns?: readonly CsvColumn[];
}

interface ExportPanelProps extends ExportContents {
	id: string;
	align: 'start' | 'end';
	model: CustomerExportModel;
	className: string | undefined;
}

/** What to export, for whom, and what became of it. */
export function ExportPanel({ id, align, model, request, selection = [], columns, className }: ExportPanelProps) {
	const locale = useWords(exportWords);
	const { exports, common } = locale;
	const [chosen, choose] = useState<'selection' | 'page' | 'all' | null>(null);
	const [mode, setMode] = useState<CsvMode>('spreadsheet');
	const [parted, setParted] = useState<ExportDelimiter | null>(null);
	const [shown, setShown] = useState(true);
	const titleId = useId();
	const running = model.status === 'running';
	const startButton = useRef<HTMLButtonElement>(null);
	useFocusKept(startButton, running);

	const narrowed = Boolean(request && (request.query || request.email || request.country?.length || request.created));
	const which = (chosen === 'selection' && selection.length === 0 ? null : chosen) ?? (selection.length > 0 ? 'selection' : 'all');
	const delimiter = parted ?? usualDelimiter(mode, locale.code);
	const some = columns?.length ? columns : undefined;
	const start = () => {
		const rows: CustomerExportJob['rows'] = which === 'selection' ? selection : which;
		model.start({ rows, mode, delimiter, ...(request && { request }), ...(some && shown && { columns: some }) });
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a border of its own
		<div {...slot('pc-export-panel', className)} data-align={align} id={id} role="group" aria-labelledby={titleId}>
			<span {...slot('pc-unseen')} id={titleId}>
				{exports.start}
			</span>
			<Choices
				legend={exports.customers}
				value={which}
				onChange={choose}
				disabled={running}
				choices={[
					...(selection.length > 0
						? [{ value: 'selection' as const, label: formatPlural(locale, exports.selected, selection.length) }]
						: []),
					...(request ? [{ value: 'page' as const, label: exports.page }] : []),
					{ value: 'all' as const, label: narrowed ? exports.matching : exports.all },
				]}
			/>
			<Choices
				legend={exports.format}
				value={mode}
				onChange={setMode}
				disabled={running}
				choices={[
					{ value: 'spreadsheet', label: exports.spreadsheet, hint: exports.spreadsheetHint },
					{ value: 'data', label: exports.data, hint: exports.dataHint },
				]}
			/>
			<label {...slot('pc-field')}>
				<span {...slot('pc-label')}>{exports.delimiter}</span>
				<select
					{...slot('pc-select')}
					value={delimiter}
					disabled={running}
					onChange={(event) => setParted(event.target.value as ExportDelimiter)}
				>
					{exportDelimiters.map((each) => (
						<option key={each} value={each}>
							{exports.delimiters[delimiterNames[each]]}
						</option>
					))}
				</select>
			</label>
			{some && (
				<label {...slot('pc-choice')}>
					<input type="checkbox" checked={shown} disabled={running} onChange={(event) => setShown(event.target.checked)} />
					<span>{exports.shownColumns}</span>
				</label>
			)}
			<Outcome model={model} />
			<div {...slot('pc-export-actions')}>
				{running && <Button onClick={model.cancel}>{common.cancel}</Button>}
				<Button ref={startButton} variant="primary" icon={downloadIcon} busy={running} onClick={start}>
					{exports.start}
				</Button>
			</div>
		</div>
	);
}

/** Seen here, heard from the live region of the control. */
function Outcome({ model }: { model: CustomerExportModel }) {
	const locale = useWords(exportWords);
	const { status, error, missing } = model;
	const text = exportStatus(model, locale, true);
	if (status === 'idle') return null;
	if (status === 'failed') {
		return (
			<Alert tone="danger" title={locale.exports.failed}>
				{error && <span>{`${locale.errors[error.code]} `}</span>}
				{error?.requestId && <span {...slot('pc-request-id')}>{formatMessage(locale.common.requestId, { id: error.requestId })}</span>}
			</Alert>
		);
	}
	if (status === 'done') {
		return missing > 0 ? <Alert tone="warning" title={text} /> : <Alert tone="success" icon="check" title={text} />;
	}
	return <p {...slot('pc-hint')}>{text}</p>;
}
