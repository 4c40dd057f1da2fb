/** One write that happened: who did what to which customer, without the values. */
export interface AuditEvent {
	/** A random UUID, sent to the caller as `X-Request-Id`. */
	requestId: string;
	/** When it had happened: ISO 8601, UTC. */
	at: string;
	/** What was done. */
	action: 'create' | 'update' | 'checkout' | 'portal' | 'cancel';
	/** Whose customer it was done to, as `authorize` granted it. */
	scope: string;
	/** Who did it, as `authorize` granted it; `undefined` where the grant names nobody. */
	actor: string | undefined;
	/** The customer's id. */
	id: string;
	/** What came of it: `created`, `existing`, `unknown`, `updated`, `checkout`, `update`, `opened` or `cancelled`. */
	outcome: string;
	/** Names of the fields that were written; none for what writes no customer. */
	fields: readonly string[];
}
