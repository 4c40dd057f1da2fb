'use client';
import { useEffect, useId, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportModel } from '../../hooks/transfer/useCustomerImport';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import type { Locale } from '../../locales/locale';

/** How far the step under way is. */
export function ImportProgress({ model }: { model: CustomerImportModel }) {
	const locale = useWords(importWords);
	const id = useId();
	const seconds = useSecondsUntil(model.resumesAt);
	const { done, total } = model.progress;
	if (model.step !== 'checking' && model.step !== 'running' && model.step !== 'paused') return null;
	return (
		<div data-slot="pc-import-progress" data-state={model.step}>
			<p id={id}>
				<span>{heading(model.step, locale, seconds)}</span>{' '}
				<span>{formatMessage(locale.imports.progress, { done: formatNumber(locale, done), total: formatNumber(locale, total) })}</span>
			</p>
			<progress data-slot="pc-import-bar" aria-labelledby={id} value={done} max={Math.max(1, total)} />
		</div>
	);
}

function heading(step: CustomerImportModel['step'], { imports }: Pick<Locale, 'imports'>, seconds: number): string {
	if (step === 'paused') return formatMessage(imports.paused, { seconds });
	return step === 'checking' ? imports.checking : imports.creating;
}

/** Whole seconds until an instant, counted down. */
function useSecondsUntil(instant: number | null): number {
	const left = () => (instant === null ? 0 : Math.max(0, Math.ceil((instant - Date.now()) / 1000)));
	const [, tick] = useState(0);
	useEffect(() => {
		if (instant === null) return;
		const timer = setInterval(() => tick((count) => count + 1), 500);
		return () => clearInterval(timer);
	}, [instant]);
	return left();
}
