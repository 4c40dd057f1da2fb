import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import type { Locale } from '../../locales/locale';

/** Where an import stands, for those who hear it: changes of step only, nobody wants to hear fifty thousand numbers. */
export function importStatus({ step, error }: CustomerImportModel, { imports }: Pick<Locale, 'imports'>): string {
	if (step === 'columns') return imports.columnsTitle;
	if (step === 'checking') return imports.checking;
	if (step === 'checked') return imports.checked;
	if (step === 'running') return imports.creating;
	if (step === 'stopped' && !error) return imports.stopped;
	return step === 'done' ? imports.done : '';
}
