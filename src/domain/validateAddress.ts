import { addressLayout } from './addressLayout';
import { isCountry } from './country';
import { type Address, addressFields } from './customer';
import type { AddressValidation } from './customerRules';
import { findSubdivision } from './findSubdivision';
import type { Issue, Result } from './issue';
import { cleanPostalCode, normalizePostalCode } from './postalCode';
import { postalRule } from './postalRule';
import { isRecord, own, unknownKeys } from './record';
import { loadSubdivisions } from './subdivision';
import { type Checked, checkLength, checkText, isVisible } from './text';

function checkCountry(text: string): Checked {
	const value = text.toUpperCase();
	return isCountry(value) ? { value } : { code: 'invalid_country' };
}

async function checkState(text: string, country: string | undefined): Promise<Checked> {
	if (country === undefined) return { value: text };
	const list = await loadSubdivisions(country);
	if (list.length === 0) return { value: text };
	// "US-CA" is California's whole code.
	const found = findSubdivision(text, list, country);
	return found ? { value: found.code } : { code: 'invalid_state', params: { country } };
}

function checkPostalCode(text: string, country: string | undefined): Checked {
	if (country === undefined) return { value: text };
	const value = normalizePostalCode(text, country);
	if (value !== null) return { value };
	const example = postalRule(country).example;
	return { code: 'invalid_postal_code', params: { country, ...(example && { example }) } };
}

async function checkField(field: keyof Address, raw: string, country: string | undefined): Promise<Checked> {
	const tooLong = field === 'postal_code' ? checkLength(raw) : null;
	if (tooLong) return tooLong;
	// Postal codes are normalised before any rule looks at them.
	const text = (field === 'postal_code' ? cleanPostalCode(raw) : raw).trim();
	const problem = checkText(text);
	if (problem) return problem;
	if (!isVisible(text)) return { code: 'empty' };
	if (field === 'country') return checkCountry(text);
	if (field === 'state') return checkState(text, country);
	if (field === 'postal_code') return checkPostalCode(text, country);
	return { value: text };
}

const isBlank = (raw: unknown) => typeof raw === 'string' && !isVisible(raw);

/** Checks an address as a whole. Fields that are as in `previous` raise no issue. Not public. */
export async function validateAddress(
	value: unknown,
	previous: Address | null | undefined,
	validation: AddressValidation,
): Promise<Result<Partial<Address>>> {
	if (!isRecord(value)) return { ok: false, issues: [{ path: 'address', code: 'invalid_type' }] };
	const issues: Issue[] = unknownKeys(value, addressFields).map((field) => ({ path: 'address', code: 'unknown_field', params: { field } }));
	const result: Partial<Address> = {};
	const rawOf = (field: keyof Address) => own(value, field) ?? null;
	const sameCountry = rawOf('country') === (previous?.country ?? null);
	const unchanged = (field: keyof Address) => !!previous && rawOf(field) === previous[field];
	// A state or a postal code means something else in another country.
	const untouched = (field: keyof Address) => unchanged(field) && (sameCountry || (field !== 'state' && field !== 'postal_code'));

	const read = async (field: keyof Address, country?: string) => {
		const raw = rawOf(field);
		if (raw === null) return;
		if (untouched(field)) result[field] = raw as string;
		else if (typeof raw !== 'string') issues.push({ path: `address.${field}`, code: 'invalid_type' });
		else {
			const checked = await checkField(field, raw, country);
			if ('value' in checked) result[field] = checked.value;
			else issues.push({ path: `address.${field}`, ...checked });
		}
	};

	await read('country');
	const code = result.country?.toUpperCase();
	const country = code !== undefined && isCountry(code) ? code : undefined;
	for (const field of addressFields) if (field !== 'country') await read(field, country);

	const filled = addressFields.some((field) => field !== 'country' && rawOf(field) !== null && !isBlank(rawOf(field)));
	const required = country === undefined ? (['country'] as const) : addressLayout(country).required;
	for (const field of filled && validation === 'complete' ? required : []) {
		// What was never filled may stay so, as long as the country that asks for it stays too.
		if (rawOf(field) === null && !(unchanged(field) && sameCountry)) issues.push({ path: `address.${field}`, code: 'required' });
	}
	return issues.length > 0 ? { ok: false, issues } : { ok: true, value: result };
}
