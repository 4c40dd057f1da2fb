import type { IssueCode } from '../../domain/issue';

const knownIssueCodes = {
	required: true,
	invalid_type: true,
	unknown_field: true,
	empty: true,
	too_long: true,
	invalid_characters: true,
	not_visible: true,
	invalid_email: true,
	invalid_phone: true,
	phone_not_international: true,
	phone_extension: true,
	phone_too_short: true,
	phone_too_long: true,
	invalid_country: true,
	invalid_state: true,
	invalid_postal_code: true,
	invalid_id: true,
	email_exists: true,
} as const satisfies Record<IssueCode, true>;

/** Every code that an issue of ours can have. */
export const issueCodes = Object.keys(knownIssueCodes) as IssueCode[];

/** A code from outside, kept only if it is one of ours. */
export function knownIssueCode(code: unknown): IssueCode {
	return typeof code === 'string' && Object.hasOwn(knownIssueCodes, code) ? (code as IssueCode) : 'invalid_type';
}

/** The few params that locales know, kept short: nothing else may pass. */
export function knownParams(params: unknown): Record<string, string | number> | undefined {
	if (typeof params !== 'object' || params === null) return undefined;
	const kept = ['max', 'country', 'example']
		.map((key) => [key, Object.hasOwn(params, key) ? (params as Record<string, unknown>)[key] : undefined] as const)
		.filter((entry): entry is readonly [string, string | number] => {
			const value = entry[1];
			return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && value.length <= 40;
		});
	return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
