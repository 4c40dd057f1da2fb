import { betterAuth } from 'better-auth';
import { giveCustomer } from './giveCustomer';
import { database, sendMail } from './host';

type User = { id: string; email: string; emailVerified: boolean; name: string };

/** Whoever has not proved to own an email could have anybody's. */
const giveVerified = async (user: User) => {
	if (user.emailVerified) await giveCustomer(user);
};

export const auth = betterAuth({
	database,
	emailAndPassword: { enabled: true },
	emailVerification: { sendOnSignUp: true, sendVerificationEmail: ({ user, url }) => sendMail(user.email, url) },
	databaseHooks: {
		// Signed up with a provider that has verified the email.
		user: { create: { after: giveVerified }, update: { after: giveVerified } },
		session: {
			create: {
				// Every sign-in: whoever got no customer before gets one now.
				async after({ userId }, context) {
					const user = await context?.context.internalAdapter.findUserById(userId);
					if (user) await giveVerified(user);
				},
			},
		},
	},
});
