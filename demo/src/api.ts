/** The host's own routes; customers go through the kit. */

export interface SessionUser {
	id: string;
	name: string;
	email: string;
}

export interface User {
	id: string;
	email: string;
	name: string | null;
	proyecta_customer_id: string | null;
}

export type SignUpFailure = { code: string; issues: { path: string; code: string }[] };

export async function readSession(method: 'GET' | 'POST' | 'DELETE' = 'GET'): Promise<SessionUser | null> {
	const answer = await fetch('/api/session', { method });
	if (!answer.ok) throw new Error(`The session could not be read: ${answer.status}.`);
	return ((await answer.json()) as { user: SessionUser | null }).user;
}

export async function signUp(form: { email: string; name?: string }): Promise<{ user: User } | { failure: SignUpFailure }> {
	try {
		const headers = { 'Content-Type': 'application/json' };
		const answer = await fetch('/api/signup', { method: 'POST', headers, body: JSON.stringify(form) });
		const body = await answer.json();
		return answer.ok ? { user: body.user } : { failure: { code: String(body.code), issues: body.issues ?? [] } };
	} catch {
		return { failure: { code: navigator.onLine ? 'unreachable' : 'offline', issues: [] } };
	}
}
