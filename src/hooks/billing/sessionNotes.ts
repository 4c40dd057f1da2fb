import { shortHash } from '../../domain/shortHash';
import type { BillingSnapshot } from './billingSnapshot';

/** What a tab remembers of a customer who has left for the vendor's pages. */
export interface SessionNote {
	/** What the customer had then. */
	before: BillingSnapshot;
	/** Since when their return is waited for, in milliseconds since 1970; absent where it is not. */
	since?: number;
}

type Kind = 'checkout' | 'portal';

/** The customer can be read from it as little as from what is stored under it. */
function noteKey(kind: Kind, scope: string, customerId: string): string {
	return `proyecta-customers:${kind}:${shortHash(JSON.stringify([scope, customerId]))}`;
}

/**
 * Remembers until the tab is closed. Where storage is blocked or full, nothing is.
 *
 * @param tab the one that will come back. Default: this one
 */
export function keepNote(kind: Kind, scope: string, customerId: string, note: SessionNote, tab: Window = window): void {
	try {
		tab.sessionStorage.setItem(noteKey(kind, scope, customerId), JSON.stringify(note));
	} catch {
		// The return then waits for any change, or for what the host says.
	}
}

/** What was remembered: of a portal once, of a checkout until the next one. Whoever comes back a second time has the same behind them. */
export function takeNote(kind: Kind, scope: string, customerId: string): SessionNote | null {
	try {
		const key = noteKey(kind, scope, customerId);
		const note: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
		if (kind === 'portal') sessionStorage.removeItem(key);
		const entitlements = (note as Partial<SessionNote> | null)?.before?.entitlements;
		return typeof entitlements === 'object' && entitlements !== null ? (note as SessionNote) : null;
	} catch {
		return null;
	}
}
