import { property } from './answer';

/** The `Retry-After` of headers in milliseconds, 1–60 seconds; seconds or a date. Without one, a second. */
export function retryAfter(headers: unknown): number {
	const read = property(headers, 'get');
	const value =
		typeof read === 'function' ? read.call(headers, 'retry-after') : (property(headers, 'retry-after') ?? property(headers, 'Retry-After'));
	const given = typeof value === 'string' || typeof value === 'number' ? value : '';
	const ms = given === '' ? 1000 : Number.isFinite(Number(given)) ? Number(given) * 1000 : Date.parse(String(given)) - Date.now();
	return Math.min(60_000, Math.max(1000, Number.isNaN(ms) ? 1000 : Math.ceil(ms)));
}
