/** One write that happened: who did what to which customer, without the values. */
export interface AuditEvent {
	requestId: string;
	/** ISO 8601, UTC. */
	at: string;
	action: 'create' | 'update' | 'checkout' | 'portal' | 'cancel';
	scope: string;
	actor: string | undefined;
	/** The customer's id. */
	id: string;
	/** What came of it: `created`, `existing`, `unknown`, `updated`, `checkout`, `update`, `opened` or `cancelled`. */
	outcome: string;
	/** Names of the fields that were written. */
	fields: readonly string[];
}
