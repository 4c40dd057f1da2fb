import type { PhoneValidation } from './customerRules';
import type { IssueCode } from './issue';

/** How a phone number is read. */
export interface PhoneOptions {
	/** ISO 3166-1 alpha-2, in either case: how national numbers are read. Without it only international ones are. */
	defaultCountry?: string;
	/** Whether a number must be assigned in its country's plan, or only have a possible length there. @default 'valid' */
	validation?: PhoneValidation;
}

/** A number that was read, or why it is none. */
export type PhoneResult =
	| {
			/** Whether it is a number. */
			ok: true;
			/** E.164, for instance `+919876543210`. */
			e164: string;
			/** ISO 3166-1 alpha-2 of the country it belongs to; `null` for international services such as `+800`. */
			country: string | null;
	  }
	| {
			ok: false;
			/** `invalid_phone` or one of the codes that begin with `phone_`. */
			code: IssueCode;
	  };

/** Everything that needs libphonenumber's metadata; synchronous once loaded. */
export interface Phones {
	/** Reads what someone typed or pasted: international, with a dialling prefix (`00`, `011`), or national to the default country. */
	parse(text: string, options?: PhoneOptions): PhoneResult;
	/** A stored number for people to read, in its `international` style unless asked otherwise; the input itself where it is no number. */
	format(e164: string, style?: 'international' | 'national'): string;
	/** What to show while someone types. */
	formatAsYouType(text: string, options?: PhoneOptions): string;
	/** ISO 3166-1 alpha-2 codes of the countries that have phone numbers. */
	countries(): readonly string[];
	/** Digits without plus, for instance `91`; `null` where a country has none. */
	callingCode(country: string): string | null;
	/**
	 * How the numbers begin, in E.164, that digits may stand for in any country, whole or as far as they are typed: with its dialling and
	 * trunk prefixes left out. Not what the digits are by themselves. A plus before them makes them international.
	 */
	beginnings(digits: string): string[];
}
