import { giveCustomer } from './giveCustomer';

/** After the user is stored, whatever becomes of the customer. */
export async function signUp(user: { id: string; email: string }): Promise<Response> {
	await giveCustomer(user);
	return Response.json({ id: user.id }, { status: 201 });
}
