import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import type { Locale } from '../../locales/locale';

/** Where an import stands, for those who hear it: changes of step only, nobody wants to hear fifty thousand numbers. */
export function importStatus({ step, error }: CustomerImportModel, { imports }: Pick<Locale, 'imports'>): string {
	const said: Partial<Record<CustomerImportModel['step'], string>> = {
		columns: imports.columnsTitle,
		checking: imports.checking,
		checked: imports.checked,
		running: imports.creating,
		stopped: error ? '' : imports.stopped,
		done: imports.done,
	};
	return said[step] ?? '';
}
