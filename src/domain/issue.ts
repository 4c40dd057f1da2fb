import type { Address } from './customer';

/** Why a value is refused. Codes only: the sentences live in the locales. */
export type IssueCode =
	| 'required'
	| 'invalid_type'
	| 'unknown_field'
	/** `""` or white space only; clear with `null` instead. */
	| 'empty'
	/** params: `max` (code points). */
	| 'too_long'
	/** Control characters, bidi controls, lone surrogates. */
	| 'invalid_characters'
	/** A name with nothing visible in it. */
	| 'not_visible'
	| 'invalid_email'
	/** Text that is no international number at all. */
	| 'invalid_phone'
	/** Digits without `+` and country code. */
	| 'phone_not_international'
	/** A valid number followed by an extension, which cannot be stored. */
	| 'phone_extension'
	| 'phone_too_short'
	| 'phone_too_long'
	| 'invalid_country'
	/** Not in the country's list. params: `country`. */
	| 'invalid_state'
	/** params: `country`, `example`. */
	| 'invalid_postal_code'
	| 'invalid_id';

/** One thing that is wrong with a customer, at its field. */
export interface Issue {
	path: 'email' | 'name' | 'phone' | 'id' | 'address' | `address.${keyof Address}` | '';
	code: IssueCode;
	params?: Record<string, string | number>;
}

/** What a validator answers: the canonical value, or every issue at once. */
export type Result<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };
