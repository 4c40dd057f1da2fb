import type { Capabilities, CustomerSort } from '../../contract/backend';

/** The orders by a field that a backend offers, ascending first. */
export function sortsBy(field: 'created' | 'name' | 'email', capabilities: Capabilities | undefined): CustomerSort[] {
	return ([field, `-${field}`] as const).filter((sort) => capabilities?.sort.includes(sort));
}

/** The order by a field that comes after the current one; `undefined` where a backend offers none. */
export function nextSort(
	field: 'created' | 'name' | 'email',
	current: CustomerSort,
	capabilities: Capabilities | undefined,
): CustomerSort | undefined {
	const offered = sortsBy(field, capabilities);
	return offered.find((candidate) => candidate !== current) ?? offered[0];
}
