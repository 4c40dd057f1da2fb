import { digest } from '../../domain/digest';

/** A key for Stripe that two scopes, routes or customers never share, and that tells nothing: keys stand in Stripe's logs. */
export async function upstreamKey(...parts: readonly unknown[]): Promise<string> {
	return `proyecta-customers-${await digest(JSON.stringify(parts))}`;
}
