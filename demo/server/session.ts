import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who uses the browser: the demo's one administrator, or somebody who signed out. */
export interface Session {
	user: { id: string; name: string; email: string; role: 'admin' } | null;
}

const cookieName = 'demo_session';
const lifetimeSeconds = 7 * 24 * 60 * 60;

export const adminSession: Session = { user: { id: 'user_admin', name: 'Asha Verma', email: 'asha@example.com', role: 'admin' } };
export const signedOut: Session = { user: null };

export interface Sessions {
	/** The session of a request's cookie; `null` where there is none, or one that we did not sign or that has ended. */
	read(request: Request): Session | null;
	/** The `Set-Cookie` header that starts a session. */
	cookie(session: Session): string;
}

/** Sessions that live in a signed cookie: scripts cannot read it, and other sites cannot send it. */
export function openSessions(secret: string): Sessions {
	const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
	return {
		read(request) {
			const text = cookieOf(request);
			const [body = '', signature = ''] = text.split('.');
			const [given, right] = [Buffer.from(signature), Buffer.from(sign(body))];
			if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
			const { expires, session } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { expires: number; session: Session };
			return expires > Date.now() ? session : null;
		},
		cookie(session) {
			const body = Buffer.from(JSON.stringify({ expires: Date.now() + lifetimeSeconds * 1000, session })).toString('base64url');
			return `${cookieName}=${body}.${sign(body)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifetimeSeconds}`;
		},
	};
}

function cookieOf(request: Request): string {
	const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
	return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? '';
}
