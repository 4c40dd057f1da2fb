/** What the cases about paying need to know of a vendor; without it they prove what can be proven unpaid. */
export interface BillingStage {
	/** Two things that can be subscribed to side by side: buying the second does not change the first. */
	variants: readonly [string, string];
	/** A feature that the first of them gives. */
	feature: string;
	/** Where the vendor may send people back to. @default '/' */
	returnUrl?: string;
	/**
	 * Does what a customer does on the page at the checkout's `url`, and waits until the vendor has taken it in: what was paid can be read then.
	 * @throws `Error`, or anything: it fails the case
	 */
	pay(url: string): Promise<void> | void;
}
