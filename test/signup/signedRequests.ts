// What the vendors' servers send, signed with the libraries that they publish.
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';

export const secret = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

const signed = (path: string, headers: Record<string, string>, body: string) =>
	new Request(`https://host.example${path}`, { method: 'POST', headers, body });

export function clerkRequest(data: Record<string, unknown>, type = 'user.created', key = secret): Request {
	const body = JSON.stringify({ type, data, object: 'event' });
	const now = new Date();
	const signature = new SvixWebhook(`whsec_${key}`).sign('msg_1', now, body);
	const headers = { 'svix-id': 'msg_1', 'svix-timestamp': String(Math.floor(now.getTime() / 1000)), 'svix-signature': signature };
	return signed('/webhooks/clerk', headers, body);
}

export function clerkUser(id: string, email: string, status = 'verified') {
	const addresses = [
		{ id: 'idn_0', email_address: 'other@example.com', verification: { status: 'verified' } },
		{ id: 'idn_1', email_address: email, verification: { status } },
	];
	return { id, first_name: 'Asha', last_name: 'Rao', primary_email_address_id: 'idn_1', email_addresses: addresses };
}

export function supabaseRequest(event: Record<string, unknown>, key = secret): Request {
	const body = JSON.stringify(event);
	const now = new Date();
	const signature = new StandardWebhook(key).sign('msg_1', now, body);
	const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(Math.floor(now.getTime() / 1000)), 'webhook-signature': signature };
	return signed('/hooks/access-token', headers, body);
}

export function supabaseClaims(id: string, email: string, more: object = {}) {
	return {
		aud: 'authenticated',
		sub: id,
		role: 'authenticated',
		email,
		is_anonymous: false,
		user_metadata: { full_name: 'Asha Rao' },
		...more,
	};
}
