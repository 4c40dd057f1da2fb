'use client';
import { useEffect, useId, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import { slot } from '../ui/slot';
import { importStatus, secondsUntil } from './importStatus';

/** How far the step under way is. */
export function ImportProgress({ model }: { model: CustomerImportModel }) {
	const locale = useWords(importWords);
	const { imports } = locale;
	const id = useId();
	const seconds = useSecondsUntil(model.resumesAt);
	const { done, total } = model.progress;
	if (model.step !== 'checking' && model.step !== 'running' && model.step !== 'paused') return null;
	return (
		<div {...slot('pc-import-progress')} data-state={model.step}>
			<p id={id}>
				<span>{`${importStatus(model, locale, seconds)} `}</span>
				<span>{formatMessage(imports.progress, { done: formatNumber(locale, done), total: formatNumber(locale, total) })}</span>
			</p>
			<progress {...slot('pc-import-bar')} aria-labelledby={id} value={done} max={Math.max(1, total)} />
		</div>
	);
}

/** Whole seconds until an instant, counted down. */
function useSecondsUntil(instant: number | null): number {
	const [, tick] = useState(0);
	useEffect(() => {
		if (instant === null) return;
		const timer = setInterval(() => tick((count) => count + 1), 500);
		return () => clearInterval(timer);
	}, [instant]);
	return secondsUntil(instant);
}
