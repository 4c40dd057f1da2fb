import { type Address, addressFields, type Customer } from '../../domain/customer';
import { toBase64url } from '../../domain/digest';
import { sha256 } from '../../domain/sha256';
import { badAnswer, filledText, isAnswer, property, toText } from '../kit/answer';
import { fullAddress } from '../kit/copyCustomer';

/** Customers' ids, and since Accounts v2 those of accounts that are customers, too. */
export const stripeIdPattern = /^(?:cus|acct)_[A-Za-z0-9_-]{1,64}$/;

/** Where each write leaves its mark: Stripe has no revision, and values alone can come back. */
export const revisionKey = 'proyecta_customers_revision';

/** A customer by allow-list, whatever else the answer holds. Throws `bad_upstream_response` unless it is one. */
export function toCustomer(answer: unknown): Customer {
	// The id is checked where it is asked for: an account may have ids of its own.
	if (!isAnswer(answer) || typeof answer.id !== 'string' || answer.object !== 'customer') throw badAnswer('The answer is no customer.');
	const { id, created } = answer;
	const fields = {
		email: toText(answer.email, 'email'),
		name: toText(answer.name, 'name'),
		phone: toText(answer.phone, 'phone'),
		address: toAddress(answer.address),
	};
	const revision = filledText(property(answer.metadata, revisionKey)) ?? '';
	return { id, ...fields, created: toInstant(created), version: versionOf(fields, revision) };
}

export function isDeleted(answer: unknown): boolean {
	return property(answer, 'deleted') === true;
}

/** Unix seconds → ISO 8601. */
export function toInstant(seconds: unknown): string | null {
	return typeof seconds === 'number' && Math.abs(seconds) <= 8.64e12 ? new Date(seconds * 1000).toISOString() : null;
}

function toAddress(value: unknown): Address | null {
	if (value === undefined || value === null) return null;
	if (!isAnswer(value)) throw badAnswer('The answer’s address is none.');
	return fullAddress(Object.fromEntries(addressFields.map((field) => [field, toText(value[field], `address.${field}`)])));
}

function versionOf(fields: Pick<Customer, 'email' | 'name' | 'phone' | 'address'>, revision: string): string {
	const { email, name, phone, address } = fields;
	const text = JSON.stringify([revision, email, name, phone, address && addressFields.map((field) => address[field])]);
	return toBase64url(sha256(new TextEncoder().encode(text))).slice(0, 22);
}
