import type { Customer } from '../../domain/customer';
import { emailKey } from '../../domain/email';

/** Customers that are remembered, the oldest forgotten first. */
const maxRemembered = 10_000;
/** Stripe's search may be that far behind, in an outage. */
const lagMs = 60 * 60 * 1000;

interface RecentWrite {
	customer: Customer;
	/** When it was written, in milliseconds. */
	at: number;
}

/** What this process wrote lately, and search may not know yet. */
export interface RecentWrites {
	note(customer: Customer): void;
	/** The customer that is no longer there. */
	forget(id: string): void;
	get(id: string): RecentWrite | undefined;
	/** Who was last seen with an email; it may have been changed elsewhere since. */
	ofEmail(email: string): string | undefined;
	all(): RecentWrite[];
}

export function createRecentWrites(now: () => number = Date.now): RecentWrites {
	const writes = new Map<string, RecentWrite>();
	const owners = new Map<string, string>();
	const trim = (map: Map<string, unknown>) => {
		if (map.size > maxRemembered) map.delete(map.keys().next().value!);
	};
	const fresh = (write: RecentWrite | undefined) => (write && now() - write.at < lagMs ? write : undefined);
	return {
		note(customer) {
			const { id, email } = customer;
			writes.delete(id);
			writes.set(id, { customer, at: now() });
			trim(writes);
			if (email === null) return;
			owners.set(emailKey(email), id);
			trim(owners);
		},
		forget(id) {
			writes.delete(id);
			for (const [email, owner] of owners) if (owner === id) owners.delete(email);
		},
		get: (id) => fresh(writes.get(id)),
		ofEmail: (email) => owners.get(emailKey(email)),
		all: () => [...writes.values()].filter((write) => fresh(write) !== undefined),
	};
}
