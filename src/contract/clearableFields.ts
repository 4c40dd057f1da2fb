import type { CustomerPatch } from '../domain/customer';

/** The fields that `null` can clear, where the backend offers it: every customer has an email. */
export const clearableFields = ['name', 'phone', 'address'] as const satisfies readonly (keyof CustomerPatch)[];

/** `name`, `phone` or `address`. */
export type ClearableField = (typeof clearableFields)[number];

/** What a patch would clear although the backend cannot: it offers to clear only `offered`. */
export function unclearableFields(patch: CustomerPatch, offered: readonly string[]): ClearableField[] {
	return clearableFields.filter((field) => patch[field] === null && !offered.includes(field));
}

/** What of an input or a patch would be lost: the backend stores only `keeps`. Whatever was passed, also what is none. */
export function unkeptFields(
	given: Partial<Record<ClearableField, unknown>> | null | undefined,
	keeps: readonly string[],
): ClearableField[] {
	return clearableFields.filter((field) => given?.[field] != null && !keeps.includes(field));
}

/**
 * Whether a backend stores a field at all, or what is part of one (`address.city`): every field while it is unknown what it keeps, and
 * always what no backend is without.
 */
export function isKept(field: string, keeps: readonly string[] | undefined): boolean {
	return !keeps || ['id', 'email', 'created', ...keeps].includes(field.split('.')[0]!);
}
