import {
	AsYouType,
	type CountryCode,
	getCountries,
	getCountryCallingCode,
	type MetadataJson,
	type PhoneNumber,
	parsePhoneNumberFromString,
	validatePhoneNumberLength,
} from 'libphonenumber-js/core';
import type { PhoneValidation } from './customerRules';
import { createPhoneBeginnings } from './phoneBeginnings';
import { beforeExtension } from './phoneExtension';
import type { PhoneResult, Phones } from './phones';
import { normalizePhoneText } from './phoneText';

// "(0)" is dialled inside the country only; in Italy, San Marino and the Vatican the zero belongs to the number.
const trunkZero = /^(\+(?!39|378)[\d\s().-]*?)[([]0[)\]]/;
const dialling = /^[([]?(?:00|011)[)\]]?[\s.-]*(?=[1-9])/;
// UTF-16 units of anything that could be a phone number, formatting and extension included.
const longest = 250;
// E.164 has room for fifteen digits; some plans, such as Germany's, have numbers of more.
const stored = /^\+[1-9]\d{5,14}$/;
const plain = /^\+?[\d\s()[\].\-/~]+$/;

/** What reads and writes numbers by the plans. Loaded with them, on demand. */
export function createPhones(metadata: MetadataJson): Phones {
	const known = new Set<string>(getCountries(metadata));
	const country = (code: string | undefined) => {
		const upper = code?.toUpperCase() as CountryCode | undefined;
		return upper && known.has(upper) ? upper : undefined;
	};
	const { number, parse } = createReader(metadata);

	// A field asks several times about each text that is typed into it.
	const results = new Map<string, PhoneResult>();

	return {
		parse(text, options = {}) {
			const { validation = 'valid' } = options;
			// An international number belongs to its own country, whichever is the default.
			const defaultCountry = text.startsWith('+') ? undefined : options.defaultCountry;
			const key = `${validation} ${defaultCountry} ${text}`;
			let result = results.get(key);
			if (!result) {
				result = parse(text, country(defaultCountry), validation);
				if (results.size >= 8) results.clear();
				results.set(key, result);
			}
			return { ...result };
		},
		format(e164, style = 'international') {
			const parsed = number(e164);
			if (!parsed) return e164;
			return style === 'national' ? parsed.formatNational() : parsed.formatInternational();
		},
		formatAsYouType(text, options) {
			return new AsYouType(country(options?.defaultCountry), metadata).input(text);
		},
		countries: () => [...known],
		callingCode(code) {
			const found = country(code);
			return found ? getCountryCallingCode(found, metadata) : null;
		},
		beginnings: createPhoneBeginnings(metadata),
	};
}

function createReader(metadata: MetadataJson) {
	function number(text: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
		// Without `extract: false` numbers would be pulled out of prose.
		return parsePhoneNumberFromString(text, { defaultCountry, extract: false }, metadata);
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
		const head = beforeExtension(text);
		if (head !== null && valid(head.replace(trunkZero, '$1'), defaultCountry, validation)) return { ok: false, code: 'phone_extension' };
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
		const length = validatePhoneNumberLength(digits, { defaultCountry }, metadata);
		if (length === 'TOO_SHORT') return { ok: false, code: 'phone_too_short' };
		if (length === 'TOO_LONG') return { ok: false, code: 'phone_too_long' };
		return { ok: false, code: 'invalid_phone' };
	}

	function parse(text: string, defaultCountry: CountryCode | undefined, validation: PhoneValidation): PhoneResult {
		if (text.length > longest) return { ok: false, code: 'phone_too_long' };
		const normal = normalizePhoneText(text);
		const result = read(normal, defaultCountry, validation);
		if (result.ok || normal.startsWith('+')) return result;
		// Dialling prefixes of other countries than the default one are understood as well.
		return dialling.test(normal) ? read(normal.replace(dialling, '+'), undefined, validation) : result;
	}

	return { number, parse };
}
