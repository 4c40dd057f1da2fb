import { property } from './answer';

const told = ['name', 'type', 'rawType', 'code', 'param', 'requestId'];

/** A short word of an SDK's error, `''` where there is none; what else stands there may be anything. */
export function errorWord(error: unknown, key: string): string {
	const value = property(error, key);
	return typeof value === 'string' && /^[\w.[\]-]{1,100}$/.test(value) ? value : '';
}

/** The cause of an error, for logs: an SDK's own error holds its texts, headers and request, which may name a key or a person. */
export function upstreamCause(vendor: string, error: unknown): Error {
	const body = property(error, 'error');
	const places = [error, property(error, 'cause'), body, property(body, 'error')];
	const words = places.flatMap((place) => told.flatMap((key) => (errorWord(place, key) ? [`${key} ${errorWord(place, key)}`] : [])));
	const status = [property(error, 'statusCode'), property(error, 'status'), property(property(error, 'response'), 'status')].find(
		(each) => typeof each === 'number',
	);
	const all = [...(status === undefined ? [] : [`status ${status}`]), ...new Set(words)];
	return new Error(`${vendor}: ${all.join(', ') || 'the SDK threw what is no error of its own'}`);
}
