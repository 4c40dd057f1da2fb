'use client';
import { useState } from 'react';
import { useCapabilities } from '../hooks/cache/useCapabilities';
import { lazyPart } from '../hooks/context/lazyPart';
import { useWords } from '../hooks/context/useWords';
import { type UseCustomerExportOptions, useCustomerExport } from '../hooks/transfer/useCustomerExport';
import { exportWords } from '../locales/english/transfer/exportWords';
import type { ExportContents } from './transfer/ExportPanel';
import { exportStatus } from './transfer/exportStatus';
import { Boundary } from './ui/Boundary';
import { Button } from './ui/Button';
import { downloadIcon } from './ui/icons/downloadIcon';
import { Skeleton } from './ui/Skeleton';
import { slot } from './ui/slot';
import { usePanel } from './ui/usePanel';

/** Parts of the export that take a class: `root` and `panel`. */
export type CustomerExportSlot = 'root' | 'panel';

/** What `CustomerExport` takes. */
export interface CustomerExportProps extends UseCustomerExportOptions, ExportContents {
	/** Classes to add, by slot. */
	classNames?: Partial<Record<CustomerExportSlot, string>>;
}

const usePart = lazyPart(() => import('./transfer/ExportPanel'));

/**
 * A button that opens what to export and how, shows how far it is, and saves the file once it is complete. Nothing where
 * `capabilities.export` is `false`.
 *
 * @example
 * <CustomerTable selectable actions={(shown) => <CustomerExport {...shown} />} />;
 */
export function CustomerExport(props: CustomerExportProps) {
	return (
		<Boundary of="CustomerExport">
			<ExportView {...props} />
		</Boundary>
	);
}

function ExportView({ request, selection, columns, classNames = {}, ...options }: CustomerExportProps) {
	const { data: capabilities } = useCapabilities();
	const locale = useWords(exportWords);
	const model = useCustomerExport(options);
	const { open, setOpen, id, root, opener } = usePanel();
	const [align, setAlign] = useState<'start' | 'end'>('end');
	const [wanted, want] = useState(0);
	const part = usePart(wanted);
	const fetch = () => want(wanted + 1);

	const toggle = () => {
		// The panel grows to the side where there is room.
		const box = opener.ref.current?.getBoundingClientRect();
		const onLeft = box !== undefined && box.left + box.width / 2 < document.documentElement.clientWidth / 2;
		setAlign(onLeft === (locale.dir === 'ltr') ? 'start' : 'end');
		fetch();
		setOpen(!open);
	};
	if (capabilities?.export === false) return null;
	return (
		<div
			{...root}
			data-pc-root=""
			{...slot('pc-export', classNames.root)}
			// Until it is known whether it is offered, the button keeps its place, unseen.
			data-state={capabilities ? model.status : 'loading'}
			lang={locale.code}
			dir={locale.dir}
		>
			<Button {...opener} icon={downloadIcon} onPointerEnter={fetch} onFocus={fetch} onClick={toggle}>
				{locale.exports.export}
			</Button>
			{open && part && (
				<part.ExportPanel
					id={id}
					align={align}
					model={model}
					request={request}
					selection={selection}
					columns={columns}
					className={classNames.panel}
				/>
			)}
			{open && !part && (
				<div {...slot('pc-export-panel', classNames.panel)} data-align={align} id={id}>
					{part === null ? <p role="alert">{locale.errors.unreachable}</p> : <Skeleton size="full" />}
				</div>
			)}
			<p {...slot('pc-unseen')} role="status">
				{exportStatus(model, locale, false)}
			</p>
		</div>
	);
}
