import type { QueryClient } from '@tanstack/react-query';
import type { CustomerError } from '../../contract/errors';
import type { Customer, CustomerPatch } from '../../domain/customer';
import { customerKey } from './customerKey';

/** The last edit of a scope and what became of undoing it. Lives in the cache, so that it is shared and dropped as everything else there. */
export interface UndoRecord {
	/** How far undoing is. */
	state: 'offered' | 'undoing' | 'undone' | 'failed';
	/** The customer before the edit. */
	before: Customer;
	/** The customer as it was saved. */
	after: Customer;
	/** What brings `before` back. */
	patch: CustomerPatch;
	/** When the state was reached, or last held; milliseconds. */
	at: number;
	/** Why undoing failed; absent where it did not. */
	error?: CustomerError;
}

/** Offers to undo an edit, in place of any former one; nothing where nothing changed or an email would have to be cleared. */
export function offerUndo(client: QueryClient, scope: string, before: Customer | undefined, after: Customer): void {
	const patch = before && patchBack(before, after);
	setUndo(client, scope, before && patch ? { state: 'offered', before, after, patch, at: Date.now() } : null);
}

export function setUndo(client: QueryClient, scope: string, record: UndoRecord | null): void {
	client.setQueryData<UndoRecord | null>(customerKey(scope, 'undo'), record);
}

function patchBack(before: Customer, after: Customer): CustomerPatch | null {
	const fields = (['email', 'name', 'phone', 'address'] as const).filter(
		(field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
	);
	if (fields.length === 0 || (fields.includes('email') && before.email === null)) return null;
	return Object.fromEntries(fields.map((field) => [field, before[field]]));
}
