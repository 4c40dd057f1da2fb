import type { CustomerError } from '../../contract/errors';
import type { CustomerInput } from '../../domain/customer';
import type { Issue } from '../../domain/issue';
import type { ImportFileRow } from './importFile';

/** A row of a file, checked by itself. */
export interface CheckedImportRow extends ImportFileRow {
	/** The customer; without the address where only that has problems; `null` where anything else has. */
	input: CustomerInput | null;
	/** What its email is compared by. */
	key: string | null;
	/** What is wrong with the row. */
	issues: readonly Issue[];
}

/** A row of a file and what became of it. */
export interface CustomerImportRow extends ImportFileRow {
	/** `ready`: valid and not sent yet. `problem` and `duplicate` are never sent. `unknown`: saved, and the backend does not tell whether as new. */
	state: 'ready' | 'problem' | 'duplicate' | 'created' | 'existing' | 'unknown' | 'failed';
	/** What will be sent; `null` for a problem or a duplicate. */
	input: CustomerInput | null;
	/** What is wrong with the row. */
	issues: readonly Issue[];
	/** The customer is created without the address: `issues` tell why. */
	addressLeftOut: boolean;
	/** The other row with the same email, where this one is a duplicate. */
	duplicateOf: number | null;
	/** Why it could not be created, where it failed. */
	error: CustomerError | null;
}
