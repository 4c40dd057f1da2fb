import { addressFields } from '../../domain/customer';
import type { Issue } from '../../domain/issue';

/** The RFC 6901 pointer of a key path. */
export function pointer(...keys: (string | number)[]): string {
	return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Every path that an issue of a customer can have, but for the whole. */
export const paths: readonly Issue['path'][] = [
	'email',
	'name',
	'phone',
	'id',
	'address',
	...addressFields.map((field) => `address.${field}` as const),
];

/** `address.postal_code` → `/address/postal_code`; anything that is no field of a customer → the whole document. */
export function pointerOfPath(path: unknown): string {
	const known = paths.find((candidate) => candidate === path);
	return known === undefined ? '' : pointer(...known.split('.'));
}

/** The inverse of {@link pointerOfPath}. */
export function pathOfPointer(text: string): Issue['path'] {
	return paths.find((candidate) => pointerOfPath(candidate) === text) ?? '';
}
