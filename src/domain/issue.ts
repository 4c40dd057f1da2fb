import type { Address } from './customer';

/** Why a value is refused. Codes only: the sentences live in the locales. */
export type IssueCode =
	/** An email that is missing or cleared, or a part that the address's country asks for (`addressRule(country).required`). */
	| 'required'
	/** No text where there should be some, or no object where there should be a customer or an address. */
	| 'invalid_type'
	/** A key that no customer or address has. params: `field`. */
	| 'unknown_field'
	/** `""` or white space only; clear with `null` instead. */
	| 'empty'
	/** More code points than a field holds: 254 in an email, 200 elsewhere. params: `max`. */
	| 'too_long'
	/** Control characters, bidi controls, lone surrogates. */
	| 'invalid_characters'
	/** A name with nothing visible in it. */
	| 'not_visible'
	/** No address that mail can be sent to: RFC 5321 dot-string before the `@`, an internet domain behind it. */
	| 'invalid_email'
	/** Text that is no international number at all. */
	| 'invalid_phone'
	/** Digits without `+` and country code. */
	| 'phone_not_international'
	/** A valid number followed by an extension, which cannot be stored. */
	| 'phone_extension'
	/** Fewer digits than any number of its country has. */
	| 'phone_too_short'
	/** More digits than any number of its country has, or than the 15 that E.164 has room for. */
	| 'phone_too_long'
	/** None of `countryCodes`. */
	| 'invalid_country'
	/** Not in the country's list. params: `country`. */
	| 'invalid_state'
	/** None of the country's. params: `country`, and `example` where one is known. */
	| 'invalid_postal_code'
	/** An id that does not match the backend's pattern, or that another customer has. */
	| 'invalid_id'
	/** A user's new email that another customer has, so that theirs kept the former one. Only in `EnsureResult`: a write is refused with the error of that name. */
	| 'email_exists';

/** One thing that is wrong with a customer, at its field. */
export interface Issue {
	/** Where it is: a field, a field of the address (`address.city`), or `''` for the customer as a whole. */
	path: 'email' | 'name' | 'phone' | 'id' | 'address' | `address.${keyof Address}` | '';
	/** What it is; `issueMessage` turns it into a sentence. */
	code: IssueCode;
	/** What the sentence needs to know, as the code says. Absent where it needs nothing. */
	params?: Record<string, string | number>;
}

/** What a validator returns: the canonical value, or every issue at once. */
export type Result<T> =
	| {
			/** Whether the value passed. */
			ok: true;
			/** The value in canonical form: trimmed, phones as E.164, codes in upper case. Never the object that was given. */
			value: T;
	  }
	| {
			ok: false;
			/** What is wrong, at least one. */
			issues: Issue[];
	  };
