import type { Capabilities, CustomerSort } from '../../contract/backend';

/** The order by a field that comes after the current one, ascending first; `undefined` where a backend offers none. */
export function nextSort(
	field: 'created' | 'name' | 'email',
	current: CustomerSort,
	capabilities: Capabilities | undefined,
): CustomerSort | undefined {
	const offered = ([field, `-${field}`] as const).filter((sort) => capabilities?.sort.includes(sort));
	return offered.find((sort) => sort !== current) ?? offered[0];
}
