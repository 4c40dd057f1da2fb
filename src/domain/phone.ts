import type { PhoneValidation } from './customerRules';
import type { IssueCode } from './issue';
import { isInternational, normalizePhoneText } from './phoneText';

export { isInternational, normalizePhoneText };

export interface PhoneOptions {
	/** ISO 3166-1 alpha-2: how national numbers are read. Without it only international ones are. */
	defaultCountry?: string;
	/** Whether a number must be assigned in its country's plan, or only have a possible length there. @default 'valid' */
	validation?: PhoneValidation;
}

/** A valid number as E.164 with its own country (`null` for international services), or why it is none. */
export type PhoneResult = { ok: true; e164: string; country: string | null } | { ok: false; code: IssueCode };

/** Everything that needs libphonenumber's metadata; synchronous once loaded. */
export interface Phones {
	/** Reads what someone typed or pasted: international, with a dialling prefix (`00`, `011`), or national to the default country. */
	parse(text: string, options?: PhoneOptions): PhoneResult;
	/** A stored number for people to read; the input itself where it is no number. @default style 'international' */
	format(e164: string, style?: 'international' | 'national'): string;
	/** What to show while someone types. */
	formatAsYouType(text: string, options?: PhoneOptions): string;
	/** ISO 3166-1 alpha-2 codes of the countries that have phone numbers. */
	countries(): readonly string[];
	/** Digits without plus, for instance `91`; `null` where a country has none. */
	callingCode(country: string): string | null;
}

let loading: Promise<Phones> | undefined;

/** Loads the parser and its metadata (50 KB compressed) once. A failed load is tried again by the next call. */
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

/** The E.164 form of what someone typed or pasted; `null` when it is no valid number. */
export async function parsePhone(text: string, options?: PhoneOptions): Promise<string | null> {
	const result = (await loadPhones()).parse(text, options);
	return result.ok ? result.e164 : null;
}
