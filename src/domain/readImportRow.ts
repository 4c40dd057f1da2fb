import type { Address, CustomerInput } from './customer';
import { type CustomerRules, rulesOf } from './customerRules';
import { findCountry } from './findCountry';
import type { ImportField } from './importField';
import type { Issue } from './issue';
import type { Phones } from './phones';
import { unprotectCell } from './unprotectCell';
import { validateCustomerInput } from './validateCustomer';

export interface ImportRowOptions extends CustomerRules {
	phones: Phones;
	/** For rows that name no country: how national phones are read and where addresses are. ISO 3166-1 alpha-2. */
	defaultCountry?: string;
	/** BCP 47: country names are understood in this language as well as in English. @default 'en' */
	locale?: string;
}

/** A customer, or every issue; with only the address to blame, also the customer without it. */
export type ImportRowResult = { ok: true; value: CustomerInput } | { ok: false; issues: readonly Issue[]; withoutAddress?: CustomerInput };

/**
 * Makes a customer of a row of a file: what spreadsheets need is undone, country names become codes, national phones
 * international ones; then it must pass what every new customer must. Returns every issue at once.
 */
export async function readImportRow(
	cells: readonly string[],
	fields: readonly (ImportField | null)[],
	{ phones, defaultCountry, locale, ...options }: ImportRowOptions,
): Promise<ImportRowResult> {
	const rules = rulesOf(options);
	const input: { email?: string; name?: string; phone?: string } = {};
	const address: Partial<Address> = {};
	const names: NameParts = {};
	fields.forEach((field, at) => {
		const value = unprotectCell(cells[at] ?? '', field);
		if (field === null || value === '') return;
		if (field.startsWith('address.')) address[field.slice('address.'.length) as keyof Address] = value;
		else if (field.startsWith('name.')) names[field.slice('name.'.length) as keyof NameParts] = value;
		else input[field as 'email'] = value;
	});
	const joined = joinName(names);
	if (joined !== '') input.name ??= joined;

	const country = address.country == null ? defaultCountry : (findCountry(address.country, locale) ?? address.country);
	const hasAddress = Object.keys(address).length > 0;
	if (country !== undefined) address.country = country;

	const issues: Issue[] = [];
	if (input.phone !== undefined) {
		const phone = phones.parse(input.phone, {
			validation: rules.phoneValidation,
			...(country !== undefined && { defaultCountry: country }),
		});
		if (phone.ok) input.phone = phone.e164;
		else {
			issues.push({ path: 'phone', code: phone.code });
			delete input.phone;
		}
	}
	const checked = await validateCustomerInput({ ...input, ...(hasAddress && { address }) }, rules);
	if (checked.ok) return issues.length > 0 ? { ok: false, issues } : checked;
	issues.push(...checked.issues);
	if (!issues.every(({ path }) => path.startsWith('address'))) return { ok: false, issues };
	const bare = await validateCustomerInput(input, rules);
	return { ok: false, issues, ...(bare.ok && { withoutAddress: bare.value }) };
}

type NameParts = { first?: string; middle?: string; last?: string };

/** In Chinese, Japanese and Korean the family name comes first, and no space follows. */
function joinName({ first = '', middle = '', last = '' }: NameParts): string {
	const western = [first, middle, last].filter(Boolean).join(' ');
	return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・々 ]+$/u.test(western)
		? `${last}${first}${middle}`
		: western;
}
