import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import type { Locale } from '../../locales/locale';

/** Where an import stands, in a sentence; with the whole seconds until it goes on where a rate limit holds it. */
export function importStatus({ step, error }: CustomerImportModel, locale: Pick<Locale, 'code' | 'imports'>, seconds: number): string {
	const { imports } = locale;
	const said: Record<CustomerImportModel['step'], string> = {
		file: '',
		columns: imports.columnsTitle,
		checking: imports.checking,
		checked: imports.checked,
		running: imports.creating,
		paused: formatMessage(imports.paused, { seconds: formatNumber(locale, seconds) }),
		stopped: error ? '' : imports.stopped,
		done: imports.done,
	};
	return said[step];
}

/** Whole seconds from now until an instant. */
export function secondsUntil(instant: number | null): number {
	return Math.max(0, Math.ceil(((instant ?? 0) - Date.now()) / 1000));
}
