import type { CustomerChange } from '../../contract/backend';
import { collectBytes } from '../../contract/collectBytes';
import { isAnswer } from '../kit/answer';
import { toChange } from './toChange';
import { isSigned, readSignature } from './webhookSignature';

/** What a webhook needs. */
export interface StripeWebhookOptions {
	/** The endpoint's signing secret (`whsec_…`), or several while one takes another's place. */
	secret: string | readonly string[];
	/** Told of each change once. Where it throws, or rejects, Stripe is answered 500 and sends the event again later. */
	onChange: (change: CustomerChange) => void | Promise<void>;
	/** How old a signature may be, in seconds: older events are refused as repeated by somebody else. @default 300 */
	toleranceSeconds?: number;
}

/** Stripe's events have some kilobytes; what is larger is none. */
const maxBytes = 1_048_576;
/** Events that are remembered, the oldest forgotten first. */
const maxEvents = 10_000;

/**
 * Receives Stripe's webhooks: checks the signature, drops what came before, and tells of customers that were created or changed, or whose
 * subscriptions, payments or entitlements were. Mount it at the address that Stripe sends to, without anything that parses the body before.
 *
 * @returns the route: a function from request to response. It never rejects
 * @throws `TypeError` without a secret
 * @example
 * const webhook = stripeWebhook({ secret: 'whsec_…', onChange: (change) => console.log(change.type) });
 */
export function stripeWebhook(options: StripeWebhookOptions): (request: Request) => Promise<Response> {
	const { secret, onChange, toleranceSeconds = 300 } = options;
	const secrets = [secret].flat().filter((text) => typeof text === 'string' && text.trim() !== '');
	if (secrets.length === 0)
		throw new TypeError('stripeWebhook needs the signing secret of the endpoint (whsec_…): without it anybody could send events.');
	const seen = new Map<string, Promise<void>>();

	/** Whoever sends an event again while it is being told of waits for the same outcome. */
	function tellOnce(id: string, change: CustomerChange): Promise<void> {
		const known = seen.get(id);
		if (known) return known;
		const told = (async () => onChange(change))();
		seen.set(id, told);
		if (seen.size > maxEvents) seen.delete(seen.keys().next().value!);
		told.catch(() => seen.delete(id));
		return told;
	}

	return async (request) => {
		if (request.method !== 'POST') return answer(405, { Allow: 'POST' });
		// Before anything is read: whoever knows the address can send a megabyte.
		const signature = readSignature(request.headers.get('stripe-signature'), toleranceSeconds);
		if (signature === null) return answer(400);
		const bytes = await readBytes(request);
		if (bytes === 'too large') return answer(413);
		if (bytes === null || !(await isSigned(bytes, signature, secrets))) return answer(400);
		const event = toEvent(bytes);
		if (event === null) return answer(400);
		const change = toChange(event);
		if (change === null) return answer(200);
		try {
			await tellOnce(event.id, change);
			return answer(200);
		} catch {
			return answer(500);
		}
	};
}

function answer(status: number, headers: Record<string, string> = {}): Response {
	return Response.json({ received: status === 200 }, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}

async function readBytes({ body, headers }: Request): Promise<Uint8Array<ArrayBuffer> | 'too large' | null> {
	if (Number(headers.get('content-length')) > maxBytes) return 'too large';
	try {
		return body === null ? new Uint8Array() : ((await collectBytes(body.getReader(), maxBytes)) ?? 'too large');
	} catch {
		return null;
	}
}

function toEvent(bytes: Uint8Array): (Readonly<Record<string, unknown>> & { id: string }) | null {
	try {
		const event: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		return isAnswer(event) && typeof event.id === 'string' && event.id !== '' ? { ...event, id: event.id } : null;
	} catch {
		return null;
	}
}
