import { wait } from '../../contract/abort';
import type { CreateResult, WriteOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import type { Customer, CustomerInput } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { badAnswer, property } from '../kit/answer';
import { fullAddress } from '../kit/copyCustomer';
import { type Account, findByEmail, readIfThere } from './account';
import { isRefused } from './calls';
import { toCustomer } from './toCustomer';
import { toFields } from './toFields';
import { upstreamKey } from './upstreamKey';

/** How often a key may turn out to belong to a customer who has given the email up since: Stripe keeps keys for a day. */
const maxGenerations = 12;
/** How often, and how far apart, a create looks whether another server's create with this email is through. */
const [maxLooks, betweenLooksMs] = [5, 200];

/**
 * Creates a customer, unless one with that email can be found. Two servers that create at once send the same key, so that Stripe lets one of
 * them through; the other one finds that customer.
 */
export async function createCustomer(account: Account, value: CustomerInput, call: WriteOptions): Promise<CreateResult> {
	const { calls, recent } = account;
	const key = emailKey(value.email);
	const owner = async (newest = false): Promise<CreateResult | null> => {
		const [customer] = await findByEmail(account, value.email, call, newest);
		return customer ? { customer, outcome: 'existing' } : null;
	};
	const existing = await owner();
	if (existing) return existing;
	const fields = fieldsOf(value);
	for (let generation = 0, looks = 0; generation < maxGenerations; ) {
		try {
			const answer = await calls.send('customers.create', [fields], call, {
				fields: true,
				key: await upstreamKey('create', key, generation),
			});
			const customer = checked(toCustomer(answer), key);
			const current = isReplayed(answer) ? await stillTheirs(account, customer, key, call) : customer;
			if (current) {
				recent.note(current);
				return { customer: current, outcome: isReplayed(answer) ? 'existing' : 'created' };
			}
			generation++;
		} catch (error) {
			if (!isRefused(error, 'idempotency_in_progress', 'idempotency_key_reused')) throw error;
			const winner = await owner(true);
			if (winner) return winner;
			if (isRefused(error, 'idempotency_key_reused')) generation++;
			else if (++looks > maxLooks) throw error;
			else await wait(betweenLooksMs, call.signal);
		}
	}
	throw new CustomerError('idempotency_in_progress', { message: 'This email was created and given up too often within a day.' });
}

function fieldsOf({ email, name, phone, address }: CustomerInput): Record<string, unknown> {
	const whole = fullAddress(address);
	return toFields({ email, ...(name && { name }), ...(phone && { phone }), ...(whole && { address: whole }) }, null);
}

function checked(customer: Customer, key: string): Customer {
	if (customer.email !== null && emailKey(customer.email) === key) return customer;
	throw badAnswer('The answer has another email than the one given.');
}

/** A replayed answer is as old as a day: who it is about may be gone, or have another email. */
async function stillTheirs(account: Account, { id }: Customer, key: string, call: WriteOptions): Promise<Customer | null> {
	const customer = await readIfThere(account, id, call);
	return customer?.email != null && emailKey(customer.email) === key ? customer : null;
}

/** Whether Stripe repeated a former answer; the SDK keeps the headers of the last one. */
function isReplayed(answer: unknown): boolean {
	const headers = property(property(answer, 'lastResponse'), 'headers');
	const read = property(headers, 'get');
	return (typeof read === 'function' ? read.call(headers, 'idempotent-replayed') : property(headers, 'idempotent-replayed')) === 'true';
}
