import type { Customer } from '../../domain/customer';
import { addressFields } from '../../domain/customer';
import { digest } from '../../domain/digest';

/** A version as the opaque text of an entity tag; what may not stand there is percent-encoded. */
export function tagOfVersion(version: string): string {
	return /^[\x21\x23\x24\x26-\x7e]*$/.test(version) ? version : encodeURIComponent(version);
}

/** The inverse of {@link tagOfVersion}, for a whole `ETag` header; `null` where there is none to use. */
export function versionOfEtag(etag = ''): string | null {
	// A proxy that compresses weakens a tag (nginx) or appends how (Apache, Caddy, Jetty), here to a hash of 43 characters.
	const text = /^(?:W\/)?"([\w-]{43}(?=-+[a-z]+"$)|[\x21\x23-\x7e]*(?="$))/.exec(etag)?.[1];
	if (text === undefined) return null;
	try {
		return text.includes('%') ? decodeURIComponent(text) : text;
	} catch {
		return null;
	}
}

/** The strong entity tag of a customer as the caller sees it: its version, else a hash of the fields that can be edited. */
export async function etagOf(customer: Customer): Promise<string> {
	if (customer.version !== null) return `"${tagOfVersion(customer.version)}"`;
	const { email, name, phone, address } = customer;
	return `"${await digest(JSON.stringify([email, name, phone, address && addressFields.map((field) => address[field])]))}"`;
}

/** The entity tags of `If-Match` or `If-None-Match`, as written; `null` when the header is no such list. */
export function parseTags(header: string): '*' | readonly string[] | null {
	if (header.trim() === '*') return '*';
	const tags: string[] = [];
	const entry = /[ \t]*(?:((?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")[ \t]*)?(,|$)/y;
	while (entry.lastIndex < header.length) {
		const match = entry.exec(header);
		if (match === null) return null;
		if (match[1] !== undefined) tags.push(match[1]);
		if (match[2] === '') break;
	}
	return tags.length === 0 ? null : tags;
}

/** Strong comparison (RFC 9110, 8.8.3.2), for writes: a weak tag never matches. */
export function matchesStrongly(tags: '*' | readonly string[], etag: string): boolean {
	return tags === '*' || tags.includes(etag);
}

/** Weak comparison, for reads from a cache. */
export function matchesWeakly(tags: '*' | readonly string[], etag: string): boolean {
	return tags === '*' || tags.some((tag) => tag.replace(/^W\//, '') === etag);
}
