import type { AuthConfig } from '@auth/core';
import { giveCustomer } from './giveCustomer';

/** For `events` of NextAuth, ExpressAuth, SvelteKitAuth …: every sign-in, so that whoever got no customer before gets one now. */
export const events: AuthConfig['events'] = {
	async signIn({ user, profile }) {
		const verified = 'emailVerified' in user && user.emailVerified;
		// Of a provider that says nothing of it you know yourself whether it verifies emails.
		const vouched = profile?.email_verified && profile.email === user.email;
		if (user.id && user.email && (verified || vouched)) await giveCustomer({ id: user.id, email: user.email, name: user.name ?? null });
	},
};
