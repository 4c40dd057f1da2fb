import type { CountryCode, MetadataJson, PhoneNumber } from 'libphonenumber-js/core';
import type { PhoneValidation } from './customerRules';
import type { IssueCode } from './issue';
import { normalizePhoneText } from './phoneText';

export { normalizePhoneText };

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

type Library = typeof import('./phoneLibrary');

let loading: Promise<Phones> | undefined;

/** Loads the parser and its metadata (50 KB compressed) once. A failed load is tried again by the next call. */
export function loadPhones(): Promise<Phones> {
	loading ??= Promise.all([import('./phoneLibrary'), import('libphonenumber-js/max/metadata')]).then(
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

// `;ext=5`, `ext. 5`, `(x5)`, `#5`, `доб. 5`, and the pauses that phones dial (`,5` `;5`).
const extension =
	/^(.*\d)\)?[\s.([-]*(?:;ext=|[,;~]+|e?xt(?:ension|n)?|x|#|доб(?:авочный)?|int|anexo|ramal|poste|durchwahl|dw|内線|分机|分機|转|轉)[\s.:=]*\d{1,11}#?[)\]]?$/i;
// "(0)" is dialled inside the country only; in Italy, San Marino and the Vatican the zero belongs to the number.
const trunkZero = /^(\+(?!39|378)[\d\s().-]*?)[([]0[)\]]/;
const dialling = /^[([]?(?:00|011)[)\]]?[\s.-]*(?=[1-9])/;
// UTF-16 units of anything that could be a phone number, formatting and extension included.
const longest = 250;
// E.164 has room for fifteen digits; some plans, such as Germany's, have numbers of more.
const stored = /^\+[1-9]\d{5,14}$/;
const plain = /^\+?[\d\s()[\].\-/~]+$/;

function createPhones(library: Library, metadata: MetadataJson): Phones {
	const known = new Set<string>(library.getCountries(metadata));
	const country = (code: string | undefined) => (code !== undefined && known.has(code) ? (code as CountryCode) : undefined);

	function number(text: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
		// Without `extract: false` numbers would be pulled out of prose.
		return library.parsePhoneNumberFromString(text, { defaultCountry, extract: false }, metadata);
	}

	function valid(text: string, defaultCountry?: CountryCode, validation: PhoneValidation = 'valid'): PhoneNumber | undefined {
		const parsed = number(text, defaultCountry);
		const passes = validation === 'possible' ? parsed?.isPossible() : parsed?.isValid();
		return passes && parsed?.ext === undefined ? parsed : undefined;
	}

	/** `4915112345678` in Germany: a reading that doubles the country code gives way to the number that was meant. */
	function withoutPlus(text: string, defaultCountry: CountryCode, national: PhoneNumber): PhoneNumber {
		const digits = text.replace(/\D/g, '');
		if (!digits.startsWith(national.countryCallingCode)) return national;
		// Only where national numbers are written with a zero, and this one was not.
		if (number(`0${digits}`, defaultCountry)?.number !== national.number) return national;
		return valid(`+${digits}`) ?? national;
	}

	function read(text: string, defaultCountry?: CountryCode, validation?: PhoneValidation): PhoneResult {
		const head = extension.exec(text)?.[1];
		if (head !== undefined && valid(head.replace(trunkZero, '$1'), defaultCountry, validation))
			return { ok: false, code: 'phone_extension' };
		if (!plain.test(text)) return { ok: false, code: 'invalid_phone' };
		const international = text.startsWith('+');
		if (!international && defaultCountry === undefined) return { ok: false, code: 'phone_not_international' };
		const digits = text.replace(trunkZero, '$1');
		const parsed = valid(digits, defaultCountry, validation);
		if (parsed) {
			const meant = international || defaultCountry === undefined ? parsed : withoutPlus(digits, defaultCountry, parsed);
			if (stored.test(meant.number)) return { ok: true, e164: meant.number, country: meant.country ?? null };
			return { ok: false, code: meant.number.length > 15 ? 'phone_too_long' : 'phone_too_short' };
		}
		const length = library.validatePhoneNumberLength(digits, { defaultCountry }, metadata);
		if (length === 'TOO_SHORT') return { ok: false, code: 'phone_too_short' };
		if (length === 'TOO_LONG') return { ok: false, code: 'phone_too_long' };
		return { ok: false, code: 'invalid_phone' };
	}

	function parse(text: string, { defaultCountry, validation }: PhoneOptions): PhoneResult {
		if (text.length > longest) return { ok: false, code: 'phone_too_long' };
		const normal = normalizePhoneText(text);
		const result = read(normal, country(defaultCountry), validation);
		if (result.ok || normal.startsWith('+')) return result;
		// Dialling prefixes of other countries than the default one are understood as well.
		return dialling.test(normal) ? read(normal.replace(dialling, '+'), undefined, validation) : result;
	}

	// A field asks several times about each text that is typed into it.
	let last: { text: string; options: PhoneOptions; result: PhoneResult } | undefined;

	return {
		parse(text, options = {}) {
			const { defaultCountry, validation } = options;
			const same = last?.text === text && last.options.defaultCountry === defaultCountry && last.options.validation === validation;
			if (!last || !same) last = { text, options: { defaultCountry, validation }, result: parse(text, options) };
			return { ...last.result };
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
