import { type CustomerBackend, ensureCustomer, type Issue, validateCustomerInput } from '../../src/server';
import { scope } from './customers';
import type { User, Users } from './users';

export type SignUpResult = { ok: true; user: User } | { ok: false; issues: Issue[] } | { ok: false; taken: true };

/** Signs people up: a user first, then the customer that the user is charged as. */
export function createSignUp(users: Users, backend: CustomerBackend) {
	const link = async (user: User): Promise<User> => {
		const { id, email, name } = user;
		const { customer } = await ensureCustomer({ backend, scope, user: { id, email, ...(name && { name }) }, link: users.link });
		return { ...user, proyecta_customer_id: customer.id };
	};

	return {
		async signUp(form: unknown): Promise<SignUpResult> {
			const { email, name } = (form ?? {}) as Record<string, unknown>;
			const checked = await validateCustomerInput({ email, name });
			if (!checked.ok) return { ok: false, issues: checked.issues };
			const user = await users.add(checked.value.email, checked.value.name ?? null);
			if (user) return { ok: true, user: await link(user) };
			const existing = await users.byEmail(checked.value.email);
			if (existing && !existing.proyecta_customer_id) await link(existing);
			return { ok: false, taken: true };
		},
		/** Links the users whose sign-up was cut short after they were added. */
		async repair(): Promise<void> {
			for (const user of await users.withoutCustomer()) await link(user);
		},
	};
}
