import { type Address, type Customer, defaultIdPattern } from '../../domain/customer';
import { toInstant } from '../../domain/toInstant';
import { badAnswer, isAnswer, toText } from '../kit/answer';
import { fullAddress } from '../kit/copyCustomer';

/** A customer by allow-list, whatever else the answer holds. Throws `bad_upstream_response` unless it is one. */
export function toCustomer(answer: unknown): Customer {
	if (!isAnswer(answer) || typeof answer.id !== 'string' || answer.id.search(defaultIdPattern) !== 0) {
		throw badAnswer('The answer is no customer: it has no id that starts with cus_.');
	}
	return {
		id: answer.id,
		email: toText(answer.email, 'email'),
		name: toText(answer.name, 'name'),
		phone: toText(answer.phone, 'phone'),
		address: toAddress(answer.address),
		created: toCreated(answer.created ?? answer.created_at ?? answer.createdAt),
		version: null,
	};
}

export function isDeleted(answer: unknown): boolean {
	return isAnswer(answer) && answer.deleted === true;
}

function toAddress(value: unknown): Address | null {
	if (value === undefined || value === null || value === '') return null;
	if (!isAnswer(value)) throw badAnswer('The answer’s address is none.');
	return fullAddress({
		line1: toText(value.line1, 'address.line1'),
		line2: toText(value.line2, 'address.line2'),
		city: toText(value.city, 'address.city'),
		state: toText(value.state, 'address.state'),
		postal_code: toText(value.postal_code, 'address.postal_code') ?? toText(value.postalCode, 'address.postalCode'),
		country: toText(value.country, 'address.country'),
	});
}

/**
 * ISO text, Unix seconds (also as text), milliseconds, or a Date → ISO 8601 in UTC; `null` for other text and numbers. Throws
 * `bad_upstream_response` for anything else.
 */
export function toCreated(value: unknown): string | null {
	if (typeof value === 'number' || value instanceof Date) {
		// Seconds stay below this until the year 5138; milliseconds have been above it since 1973.
		const time = Number(value) < 1e11 && typeof value === 'number' ? value * 1000 : Number(value);
		return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : null;
	}
	const text = toText(value, 'time');
	if (text === null) return null;
	if (/^\d{1,13}$/.test(text)) return toCreated(Number(text));
	const instant = toInstant(text);
	return instant !== null && text.endsWith('Z') ? text : instant;
}
