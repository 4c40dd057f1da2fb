import type { CountryCode, MetadataJson, PhoneNumber } from 'libphonenumber-js/core';
import type { IssueCode } from './issue';
import { normalizePhoneText } from './phoneText';

export { normalizePhoneText };

export interface PhoneOptions {
	/** ISO 3166-1 alpha-2: how national numbers are read. Without it only international numbers are. */
	defaultCountry?: string;
}

export type PhoneResult =
	| { ok: true /** E.164. */; e164: string /** The number's own country; `null` for international services. */; country: string | null }
	| { ok: false; code: IssueCode };

/** Everything that needs libphonenumber's metadata; synchronous once loaded. */
export interface Phones {
	/** Reads what someone typed or pasted; only valid numbers are ok. */
	parse(text: string, options?: PhoneOptions): PhoneResult;
	/** A stored number for people to read; the input itself where it is no number. @default 'international' */
	format(e164: string, style?: 'international' | 'national'): string;
	/** What to show while someone types. */
	formatAsYouType(text: string, options?: PhoneOptions): string;
	/** ISO 3166-1 alpha-2 codes of all countries that have phone numbers. */
	countries(): readonly string[];
	/** Digits without plus, for instance `91`; `null` where a country has none. */
	callingCode(country: string): string | null;
}

type Library = typeof import('libphonenumber-js/core');

let loading: Promise<Phones> | undefined;

/** Loads the parser and its metadata (50 KB compressed) once. A failed load is tried again by the next call. */
export function loadPhones(): Promise<Phones> {
	loading ??= Promise.all([import('libphonenumber-js/core'), import('libphonenumber-js/max/metadata')]).then(
		([library, metadata]) => createPhones(library, metadata.default),
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

// `;ext=5`, `ext. 5`, `x5`, `#5`, `доб. 5`, and the pauses that phones dial (`,5` `;5`).
const extension =
	/^(.*\d)\)?[\s.-]*(?:;ext=|[,;~]+|e?xt(?:ension|n)?|x|#|доб(?:авочный)?|int|anexo|ramal|poste|durchwahl|dw|内線|分机|分機|转|轉)[\s.:=]*\d{1,11}#?$/i;

function createPhones(library: Library, metadata: MetadataJson): Phones {
	const known = new Set<string>(library.getCountries(metadata));
	const country = (code: string | undefined) => (code !== undefined && known.has(code) ? (code as CountryCode) : undefined);

	function number(text: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
		return library.parsePhoneNumberFromString(text, { defaultCountry, extract: false }, metadata);
	}

	function read(text: string, defaultCountry?: CountryCode): PhoneResult {
		// "(0)" is dialled inside the country only; in Italy and San Marino the zero belongs to the number.
		const dialled = /^\+(?:39|378)/.test(text) ? text : text.replace(/^(\+[\d\s().-]*?)\(0\)/, '$1');
		const parts = extension.exec(dialled);
		if (parts && number(parts[1]!, defaultCountry)?.isValid()) return { ok: false, code: 'phone_extension' };
		if (/[^\d+\s().\-/~‐-―−*]/u.test(dialled)) return { ok: false, code: 'invalid_phone' };
		const parsed = number(dialled, defaultCountry);
		if (parsed?.ext !== undefined) return { ok: false, code: 'phone_extension' };
		if (parsed?.isValid()) return { ok: true, e164: parsed.number, country: parsed.country ?? null };
		if (!dialled.startsWith('+') && defaultCountry === undefined) {
			return { ok: false, code: /\d{4}/.test(dialled.replace(/\D/g, '')) ? 'phone_not_international' : 'invalid_phone' };
		}
		const length = library.validatePhoneNumberLength(dialled, { defaultCountry }, metadata);
		if (length === 'TOO_SHORT') return { ok: false, code: 'phone_too_short' };
		if (length === 'TOO_LONG') return { ok: false, code: 'phone_too_long' };
		return { ok: false, code: 'invalid_phone' };
	}

	return {
		parse(text, options) {
			const normal = normalizePhoneText(text);
			const result = read(normal, country(options?.defaultCountry));
			if (result.ok || normal.startsWith('+')) return result;
			// The prefixes dialled before a country code, wherever the text comes from.
			const prefix = /^\(?(?:00|011)\)?[\s.-]*(?=[1-9])/.exec(normal);
			if (!prefix) return result;
			return read(`+${normal.slice(prefix[0].length)}`);
		},
		format(e164, style = 'international') {
			const parsed = number(e164);
			if (!parsed) return e164;
			return style === 'national' ? parsed.formatNational() : parsed.formatInternational();
		},
		formatAsYouType(text, options) {
			return new library.AsYouType(country(options?.defaultCountry), metadata).input(text);
		},
		countries: () => [...known],
		callingCode(code) {
			const found = country(code);
			return found ? library.getCountryCallingCode(found, metadata) : null;
		},
	};
}
