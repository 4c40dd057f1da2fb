/** One write that happened, or an export that began: who did what to which customer, without the values. */
export interface AuditEvent {
	/** 32 random hex digits, sent to the caller as `X-Request-Id`. */
	requestId: string;
	/** When it had happened: ISO 8601, UTC. */
	at: string;
	/** What was done. */
	action: 'create' | 'update' | 'export' | 'checkout' | 'portal' | 'cancel' | 'resume' | 'ensure';
	/** Whose customers it was done to, as `authorize` granted it. */
	scope: string;
	/** Who did it, as `authorize` granted it; `undefined` where the grant names nobody. */
	actor: string | undefined;
	/** The customer's id; absent of an export. */
	id?: string;
	/** What came of it: `created`, `existing`, `linked`, `unknown`, `updated`, `exported`, `checkout`, `update`, `opened`, `cancelled` or `resumed`. */
	outcome: string;
	/** Names of the fields that were written, or exported; none where a customer's fields were not touched. */
	fields: readonly string[];
}
