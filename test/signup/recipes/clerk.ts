import { Webhook } from 'svix';
import { giveCustomer } from './giveCustomer';

interface ClerkEvent {
	type: string;
	data: {
		id: string;
		first_name: string | null;
		last_name: string | null;
		primary_email_address_id: string | null;
		email_addresses: { id: string; email_address: string; verification: { status: string } | null }[];
	};
}

/** `POST /webhooks/clerk`, for the events `user.created` and `user.updated`. Where it answers 503, Clerk calls again later. */
export async function clerkWebhook(request: Request): Promise<Response> {
	let event: ClerkEvent;
	try {
		const webhook = new Webhook(process.env.CLERK_WEBHOOK_SIGNING_SECRET ?? '');
		event = webhook.verify(await request.text(), Object.fromEntries(request.headers)) as ClerkEvent;
	} catch {
		return new Response(null, { status: 400 });
	}
	const { type, data } = event;
	if (type !== 'user.created' && type !== 'user.updated') return new Response(null, { status: 204 });
	const email = data.email_addresses.find(({ id }) => id === data.primary_email_address_id);
	if (email?.verification?.status !== 'verified') return new Response(null, { status: 204 });
	const name = [data.first_name, data.last_name].filter(Boolean).join(' ');
	const given = await giveCustomer({ id: data.id, email: email.email_address, name });
	return new Response(null, { status: given ? 204 : 503 });
}
