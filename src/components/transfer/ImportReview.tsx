'use client';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage, formatNumber, formatPlural } from '../../locales/formatMessage';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { slot } from '../ui/slot';
import { ImportCounts } from './ImportCounts';
import { ImportProgress } from './ImportProgress';
import { ImportRows } from './ImportRows';

const success = { tone: 'success', icon: 'check' } as const;
const warning = { tone: 'warning' } as const;

/** What the check found, then what became of each row. */
export function ImportReview({ model }: { model: CustomerImportModel }) {
	const locale = useWords(importWords);
	const { imports } = locale;
	const { step, counts } = model;
	const leftOut = counts.problem + counts.duplicate;
	const withoutAddress = model.rows.filter((row) => row.addressLeftOut).length;
	const addresses = withoutAddress > 0 && formatMessage(imports.withoutAddressRows, { count: formatNumber(locale, withoutAddress) });
	return (
		<>
			{step === 'checked' && (
				<Alert
					{...(leftOut > 0 || addresses ? warning : success)}
					title={leftOut > 0 ? formatPlural(locale, imports.leftOut, leftOut) : addresses || imports.allRight}
				>
					<span>{imports.checked}</span>
					{leftOut > 0 && <span>{` ${imports.mendHint}`}</span>}
				</Alert>
			)}
			{step === 'checked' && model.addressProblems > 0 && (
				<label {...slot('pc-choice')}>
					<input type="checkbox" checked={model.leavesOutAddresses} onChange={(event) => model.leaveOutAddresses(event.target.checked)} />
					<span>{formatPlural(locale, imports.leaveOutAddresses, model.addressProblems)}</span>
				</label>
			)}
			{step === 'stopped' && <Stopped model={model} />}
			{step === 'done' && (
				<Alert {...(counts.failed > 0 ? warning : success)} title={imports.done}>
					{addresses}
				</Alert>
			)}
			<ImportProgress model={model} />
			<div {...slot('pc-import-summary')}>
				<ImportCounts counts={counts} />
				<div {...slot('pc-import-actions')}>
					{step === 'running' || step === 'paused' ? (
						<Button key="stop" busy={model.isStopping} onClick={model.stop}>
							{model.isStopping ? imports.stopping : imports.stop}
						</Button>
					) : (
						<Button onClick={model.reset}>{imports.otherFile}</Button>
					)}
					{step === 'checked' && (
						<>
							<Button onClick={model.editColumns}>{imports.editColumns}</Button>
							<Button variant="primary" aria-disabled={counts.ready === 0} onClick={model.start}>
								{formatPlural(locale, imports.create, counts.ready)}
							</Button>
						</>
					)}
					{step === 'stopped' && (
						<Button variant="primary" onClick={model.start}>
							{imports.resume}
						</Button>
					)}
					{step === 'done' && counts.failed > 0 && (
						<Button variant="primary" icon="refresh" onClick={model.start}>
							{imports.retryFailed}
						</Button>
					)}
				</div>
			</div>
			<ImportRows key={step === 'checked' ? 'check' : 'run'} model={model} withoutAddress={withoutAddress} />
		</>
	);
}

function Stopped({ model: { error, progress } }: { model: CustomerImportModel }) {
	const locale = useWords(importWords);
	const { imports, errors, common } = locale;
	const sent = { done: formatNumber(locale, progress.done), total: formatNumber(locale, progress.total) };
	return (
		<Alert tone="warning" role={error ? 'alert' : undefined} title={`${imports.stopped} ${formatMessage(imports.progress, sent)}`}>
			{error && <span>{`${errors[error.code]} `}</span>}
			<span>{`${imports.stoppedHint} `}</span>
			{error?.requestId && <span {...slot('pc-request-id')}>{formatMessage(common.requestId, { id: error.requestId })}</span>}
		</Alert>
	);
}
