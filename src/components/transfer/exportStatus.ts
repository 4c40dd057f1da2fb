import type { CustomerExportModel } from '../../hooks/transfer/useCustomerExport';
import { formatPlural } from '../../locales/formatMessage';
import type { Locale } from '../../locales/locale';

/** How far an export is, in a sentence; with `counting` also while it runs, which nobody wants to hear row by row. */
export function exportStatus(
	{ status, rows, missing, error }: CustomerExportModel,
	locale: Pick<Locale, 'code' | 'errors' | 'exports'>,
	counting: boolean,
): string {
	const { exports, errors } = locale;
	if (status === 'running') return counting && rows > 0 ? formatPlural(locale, exports.running, rows) : exports.preparing;
	if (status === 'cancelled') return exports.cancelled;
	if (status === 'failed') return [exports.failed, error && errors[error.code]].filter(Boolean).join(' ');
	if (status !== 'done') return '';
	const done = formatPlural(locale, exports.done, rows);
	return missing > 0 ? `${done} ${formatPlural(locale, exports.missing, missing)}` : done;
}
