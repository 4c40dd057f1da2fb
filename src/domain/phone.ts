import type { PhoneValidation } from './customerRules';
import type { IssueCode } from './issue';
import { isInternational, normalizePhoneText } from './phoneText';

export { isInternational, normalizePhoneText };

/** How a phone number is read. */
export interface PhoneOptions {
	/** ISO 3166-1 alpha-2: how national numbers are read. Without it only international ones are. */
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
}

let loading: Promise<Phones> | undefined;

/**
 * Loads the parser and its metadata (50 KB compressed) once. A failed load is tried again by the next call.
 *
 * @returns what reads and writes phone numbers, the same object at each call
 * @throws `TypeError`, as `import()` does, where the files cannot be fetched
 * @example
 * const phones = await loadPhones();
 * phones.format('+919876543210'); // '+91 98765 43210'
 */
export function loadPhones(): Promise<Phones> {
	loading ??= Promise.all([import('./phonePlans'), import('libphonenumber-js/max/metadata')]).then(
		([{ createPhones }, metadata]) => createPhones(metadata.default),
		(error) => {
			loading = undefined;
			throw error;
		},
	);
	return loading;
}

/**
 * Reads what someone typed or pasted, with libphonenumber's full metadata, the same in browser and server.
 *
 * @returns E.164; `null` when it is no valid number
 * @throws `TypeError`, as `import()` does, where the metadata cannot be fetched
 * @example
 * await parsePhone('098765 43210', { defaultCountry: 'IN' }); // '+919876543210'
 */
export async function parsePhone(text: string, options?: PhoneOptions): Promise<string | null> {
	const result = (await loadPhones()).parse(text, options);
	return result.ok ? result.e164 : null;
}
