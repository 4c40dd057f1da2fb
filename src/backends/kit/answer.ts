import { CustomerError } from '../../contract/errors';

/** Anything a vendor's SDK may answer or throw, read key by key. */
export type Answer = Readonly<Record<string, unknown>>;

export function isAnswer(value: unknown): value is Answer {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key of whatever was answered or thrown. */
export function property(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Answer)[key] : undefined;
}

/** Text with something in it; `null` for anything else. */
export function filledText(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

/** The answer was not what the documentation says. `retryable`, since a proxy's error page may be the reason. */
export function badAnswer(message: string): CustomerError {
	return new CustomerError('bad_upstream_response', { message: `${message} Check the client’s version and base URL.` });
}

/** Longer than any value that people enter, in UTF-16 units: what is beyond it was never meant as one. */
const maxLength = 2000;

/** Text, or `null` where there is none. Throws `bad_upstream_response` for anything else: to be shown as nothing, it would be overwritten. */
export function toText(value: unknown, name: string, max = maxLength): string | null {
	if (value === undefined || value === null || value === '') return null;
	if (typeof value === 'string' && value.length <= max) return value;
	throw badAnswer(`The answer’s ${name} is ${typeof value === 'string' ? 'longer than any' : 'no text'}.`);
}

/** Vendors carry whole sessions in the addresses of their pages. */
const maxUrlLength = 10_000;

/** An address to send somebody to; `null` where there is none. Throws `bad_upstream_response` for what is no text. */
export function toUrl(value: unknown): string | null {
	return toText(value, 'url', maxUrlLength);
}

/** Whether a list goes on; `null` where its answer does not say. Throws `bad_upstream_response` for anything else: guessed wrong, rows would be missing. */
export function toMore(value: unknown): boolean | null {
	if (typeof value === 'boolean') return value;
	if (value === undefined || value === null) return null;
	throw badAnswer('The list’s has_more is neither true nor false.');
}
