import { Webhook } from 'standardwebhooks';
import { giveCustomer } from './giveCustomer';

interface TokenEvent {
	user_id: string;
	authentication_method: string;
	claims: { email?: string; is_anonymous?: boolean; user_metadata?: { full_name?: string } } & Record<string, unknown>;
}

/** The HTTPS endpoint of the Custom Access Token hook: Supabase calls it whenever somebody signs in, their email confirmed. */
export async function accessTokenHook(request: Request): Promise<Response> {
	let event: TokenEvent;
	try {
		const webhook = new Webhook((process.env.SUPABASE_HOOK_SECRET ?? '').replace('v1,whsec_', ''));
		event = webhook.verify(await request.text(), Object.fromEntries(request.headers)) as TokenEvent;
	} catch {
		return new Response(null, { status: 401 });
	}
	const { user_id: id, authentication_method: how, claims } = event;
	const { email, is_anonymous, user_metadata } = claims;
	if (how !== 'token_refresh' && email && !is_anonymous) await giveCustomer({ id, email, name: user_metadata?.full_name ?? null });
	// Without its claims nobody could sign in.
	return Response.json({ claims });
}
