import type { CustomerSort } from './backend';

/** Every order that a list can have, the default first. In a file of its own, so that what loads later can carry it. */
export const sorts = ['-created', 'created', 'name', '-name', 'email', '-email'] as const satisfies readonly CustomerSort[];

export function isSort(value: unknown): value is CustomerSort {
	return (sorts as readonly unknown[]).includes(value);
}
