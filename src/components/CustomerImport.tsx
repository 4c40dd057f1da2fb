'use client';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useCapabilities } from '../hooks/cache/useCapabilities';
import { lazyPart } from '../hooks/context/lazyPart';
import { useWords } from '../hooks/context/useWords';
import { warnBeforeUnload } from '../hooks/navigation/warnBeforeUnload';
import type { CustomerImportModel } from '../hooks/transfer/customerImportModel';
import { type UseCustomerImportOptions, useCustomerImport } from '../hooks/transfer/useCustomerImport';
import { importWords } from '../locales/english/transfer/importWords';
import type { Locale } from '../locales/locale';
import { ImportFile } from './transfer/ImportFile';
import { importStatus, secondsUntil } from './transfer/importStatus';
import { Alert } from './ui/Alert';
import { Boundary } from './ui/Boundary';
import { infoIcon } from './ui/icons/infoIcon';
import { RetryAlert } from './ui/RetryAlert';
import { Skeleton } from './ui/Skeleton';
import { slot } from './ui/slot';
import { useFocusKept } from './ui/useFocusKept';

/** On their way while a file is looked for. */
const useSteps = lazyPart(() => import('./transfer/importSteps'));

/** The one part of the import that takes a class: `root`. */
export type CustomerImportSlot = 'root';

/** What `CustomerImport` takes. */
export interface CustomerImportProps extends UseCustomerImportOptions {
	/** What a `useCustomerImport()` of the host's returned, to follow or to steer it. @default one of its own */
	model?: CustomerImportModel;
	/** Level of the heading, so that it fits the page. @default 2 */
	headingLevel?: 1 | 2 | 3 | 4;
	/** Classes to add, by slot. */
	classNames?: Partial<Record<CustomerImportSlot, string>>;
}

/**
 * Imports customers from a CSV file: choose it, say what its columns are, see every problem, then create.
 *
 * @example
 * <CustomerImport defaultCountry="IN" />;
 */
export function CustomerImport({ model, ...props }: CustomerImportProps) {
	return <Boundary of="CustomerImport">{model ? <ImportView {...props} model={model} /> : <OwnImport {...props} />}</Boundary>;
}

function OwnImport(props: Omit<CustomerImportProps, 'model'>) {
	const model = useCustomerImport(props);
	// Below the state: file and columns outlive what throws.
	return (
		<Boundary of="CustomerImport">
			<ImportView {...props} model={model} />
		</Boundary>
	);
}

type ImportViewProps = Pick<CustomerImportProps, 'headingLevel' | 'classNames'> & { model: CustomerImportModel };

function ImportView({ model, headingLevel = 2, classNames = {} }: ImportViewProps) {
	const locale = useWords(importWords);
	const capabilities = useCapabilities();
	const headingId = useId();
	const heading = useRef<HTMLHeadingElement>(null);
	const [tries, setTries] = useState(1);
	const steps = useSteps(tries);
	const said = useSaid(model, locale);
	const part = partOf(model.step);
	const isRunning = model.step === 'running' || model.step === 'paused';
	useFocusOnChange(heading, part);
	useFocusKept(heading, model.step);
	useEffect(() => (isRunning ? warnBeforeUnload() : undefined), [isRunning]);
	const Heading = `h${headingLevel}` as const;
	return (
		<section
			data-pc-root=""
			{...slot('pc-import', classNames.root)}
			data-state={model.step}
			aria-labelledby={headingId}
			lang={locale.code}
			dir={locale.dir}
		>
			<Heading {...slot('pc-heading')} id={headingId} ref={heading} tabIndex={-1}>
				{locale.imports.title}
			</Heading>
			{capabilities.data?.write.create === false ? (
				<Alert tone="info" icon={infoIcon} title={locale.imports.notPossible} />
			) : (
				<>
					{part === 'file' && <ImportFile model={model} />}
					{part === 'columns' && steps && <steps.ImportColumns model={model} />}
					{part === 'rows' && steps && <steps.ImportReview model={model} />}
					{part !== 'file' && steps === undefined && <Skeleton size="full" />}
					{part !== 'file' && steps === null && <RetryAlert title={locale.errors.unreachable} onRetry={() => setTries(tries + 1)} />}
				</>
			)}
			<p {...slot('pc-unseen')} role="status">
				{said}
			</p>
		</section>
	);
}

/**
 * For those who hear the page: changes of step only, nobody wants to hear fifty thousand numbers. A wait is said once, with its whole
 * length, and not at all where it would be over before the sentence is.
 */
function useSaid(model: CustomerImportModel, locale: Pick<Locale, 'code' | 'imports'>): string {
	const seconds = useMemo(() => secondsUntil(model.resumesAt), [model.resumesAt]);
	const step = model.step === 'paused' && seconds < 3 ? 'running' : model.step;
	return importStatus({ ...model, step }, locale, seconds);
}

/** Steps that show the same part of the panel are one. */
function partOf(step: CustomerImportModel['step']) {
	if (step === 'file') return step;
	return step === 'columns' || step === 'checking' ? 'columns' : 'rows';
}

/** Whoever works by keyboard or ear starts each part from its heading, not from a button that is gone. */
function useFocusOnChange(target: React.RefObject<HTMLElement | null>, part: string): void {
	const former = useRef(part);
	useEffect(() => {
		if (former.current !== part) target.current?.focus();
		former.current = part;
	}, [target, part]);
}
