import { shortHash } from '../../domain/shortHash';
import type { BillingSnapshot } from './billingSnapshot';

/** What a tab remembers of a customer who has left for the vendor's pages. */
export interface SessionNote {
	/** What the customer had then. */
	before: BillingSnapshot;
}

type Kind = 'checkout' | 'portal';

/** The customer can be read from it as little as from what is stored under it. */
function noteKey(kind: Kind, scope: string, customerId: string): string {
	return `proyecta-customers:${kind}:${shortHash(JSON.stringify([scope, customerId]))}`;
}

/**
 * Remembers until the tab is closed. Where storage is blocked or full, nothing is.
 *
 * @param tab the one that will come back
 */
export function keepNote(kind: Kind, scope: string, customerId: string, note: SessionNote, tab: Window): void {
	try {
		tab.sessionStorage.setItem(noteKey(kind, scope, customerId), JSON.stringify(note));
	} catch {
		// The return then waits for any change, or for what the host says.
	}
}

/** What was remembered, once. */
export function takeNote(kind: Kind, scope: string, customerId: string): SessionNote | null {
	try {
		const key = noteKey(kind, scope, customerId);
		const note: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
		sessionStorage.removeItem(key);
		const entitlements = (note as Partial<SessionNote> | null)?.before?.entitlements;
		return typeof entitlements === 'object' && entitlements !== null ? (note as SessionNote) : null;
	} catch {
		return null;
	}
}
