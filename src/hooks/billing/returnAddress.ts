/** The parameter that says how someone came back from paying. */
const parameter = 'pc_checkout';

/** How someone came back: after paying, as far as the vendor says, or having turned back. */
export type CheckoutOutcome = 'done' | 'left';

/** The present page as a path of its own origin, so that the server's list of return addresses applies, with the outcome in its query. */
export function returnAddress(outcome: CheckoutOutcome): string {
	const { pathname, search, hash } = window.location;
	const params = new URLSearchParams(search);
	params.set(parameter, outcome);
	return `${pathname}?${params}${hash}`;
}

/** What the present address says, and the address without it; `null` where it says nothing. */
export function readReturn(): { outcome: CheckoutOutcome; href: string } | null {
	const { pathname, search, hash } = window.location;
	const params = new URLSearchParams(search);
	const outcome = params.get(parameter);
	if (outcome !== 'done' && outcome !== 'left') return null;
	params.delete(parameter);
	const rest = params.toString();
	return { outcome, href: `${pathname}${rest && `?${rest}`}${hash}` };
}
