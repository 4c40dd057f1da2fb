import type { CustomerImportRow } from '../../hooks/transfer/importRow';

/** What can become of a row, in the order to tell it: what needs a look first. */
export const importStates = [
	'problem',
	'duplicate',
	'failed',
	'ready',
	'created',
	'existing',
	'unknown',
] as const satisfies readonly CustomerImportRow['state'][];
