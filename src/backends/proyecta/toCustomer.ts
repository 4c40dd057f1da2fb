import { CustomerError } from '../../contract/errors';
import { type Address, type Customer, defaultIdPattern } from '../../domain/customer';
import { fullAddress } from '../kit/copyCustomer';
import { toInstant } from '../kit/toInstant';

/** Anything an SDK may answer, read key by key. */
export type Answer = Readonly<Record<string, unknown>>;

export function isAnswer(value: unknown): value is Answer {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The answer was not what the documentation says. `retryable`, since a proxy's error page may be the reason. */
export function badAnswer(message: string): CustomerError {
	return new CustomerError('bad_upstream_response', { message: `${message} Check the client’s version and base URL.` });
}

/** A customer by allow-list, whatever else the answer holds. Throws `bad_upstream_response` unless it is one. */
export function toCustomer(answer: unknown): Customer {
	if (!isAnswer(answer) || typeof answer.id !== 'string' || answer.id.search(defaultIdPattern) !== 0) {
		throw badAnswer('The answer is no customer: it has no id that starts with cus_.');
	}
	return {
		id: answer.id,
		email: text(answer.email),
		name: text(answer.name),
		phone: text(answer.phone),
		address: toAddress(answer.address),
		created: toCreated(answer.created ?? answer.created_at ?? answer.createdAt),
		version: null,
	};
}

export function isDeleted(answer: unknown): boolean {
	return isAnswer(answer) && answer.deleted === true;
}

function text(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

function toAddress(value: unknown): Address | null {
	if (!isAnswer(value)) return null;
	return fullAddress({
		line1: text(value.line1),
		line2: text(value.line2),
		city: text(value.city),
		state: text(value.state),
		postal_code: text(value.postal_code) ?? text(value.postalCode),
		country: text(value.country),
	});
}

/** ISO text, Unix seconds (also as text), milliseconds, or a Date → ISO 8601 in UTC; `null` for anything else. */
export function toCreated(value: unknown): string | null {
	if (typeof value === 'number' || value instanceof Date) {
		// Seconds stay below this until the year 5138; milliseconds have been above it since 1973.
		const time = Number(value) < 1e11 && typeof value === 'number' ? value * 1000 : Number(value);
		return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : null;
	}
	if (typeof value !== 'string') return null;
	if (/^\d{1,13}$/.test(value)) return toCreated(Number(value));
	const instant = toInstant(value);
	return instant !== null && value.endsWith('Z') ? value : instant;
}
