import type { Address, Customer, CustomerInput, CustomerPatch } from '../../domain/customer';
import { addressFields } from '../../domain/customer';

/** What the inputs hold. `''` is nothing: absent in a new customer, cleared in an edited one. */
export interface CustomerFormValues {
	/** What stands in the email's input. */
	email: string;
	/** What stands in the name's input. */
	name: string;
	/** E.164 once it is a number, until then what was typed. */
	phone: string;
	/** What stands in the address's inputs; `country` is a code, or `''`. */
	address: Record<keyof Address, string>;
}

/** A part of the form that is changed, compared and merged as one: the address is one, because a half-merged one is nobody's. */
export type FormUnit = keyof CustomerFormValues;

export const formUnits = ['email', 'name', 'phone', 'address'] as const satisfies readonly FormUnit[];

/** Path of one input. */
export type FormPath = Exclude<FormUnit, 'address'> | `address.${keyof Address}`;

export const formPaths: readonly FormPath[] = ['email', 'name', 'phone', ...addressFields.map((field) => `address.${field}` as const)];

/** What a form starts from: a stored customer, or parts of a new one. */
export function valuesOf(from: Partial<Customer> | Partial<CustomerInput>, defaultCountry = ''): CustomerFormValues {
	const address = Object.fromEntries(addressFields.map((field) => [field, from.address?.[field] ?? ''])) as Record<keyof Address, string>;
	if (!from.address) address.country = defaultCountry;
	return { email: from.email ?? '', name: from.name ?? '', phone: from.phone ?? '', address };
}

export function sameUnit(unit: FormUnit, a: CustomerFormValues, b: CustomerFormValues): boolean {
	if (unit !== 'address') return a[unit] === b[unit];
	return addressFields.every((field) => a.address[field] === b.address[field]);
}

/** Units in which two sets of values differ. */
export function differingUnits(a: CustomerFormValues, b: CustomerFormValues): FormUnit[] {
	return formUnits.filter((unit) => !sameUnit(unit, a, b));
}

/** `onto`, with the given units from `from`. */
export function withUnits(onto: CustomerFormValues, from: CustomerFormValues, units: readonly FormUnit[]): CustomerFormValues {
	return { ...onto, ...Object.fromEntries(units.map((unit) => [unit, from[unit]])) };
}

/** Whether there is some of an address; a country that was only preset is none. */
export function holdsAddress(values: Pick<CustomerFormValues, 'address'>, preset = ''): boolean {
	return (
		addressFields.some((field) => values.address[field].trim() !== (field === 'country' ? preset : '')) && filledAddress(values) !== null
	);
}

/** The input to create from. */
export function toInput(values: CustomerFormValues, defaultCountry = ''): Partial<CustomerInput> {
	const address = holdsAddress(values, defaultCountry) && filledAddress(values);
	return {
		...(values.email.trim() !== '' && { email: values.email }),
		...(values.name.trim() !== '' && { name: values.name }),
		...(values.phone.trim() !== '' && { phone: values.phone }),
		...(address && { address }),
	};
}

/** What changed against the stored values: changed fields only, the address as a whole. */
export function toPatch(values: CustomerFormValues, stored: CustomerFormValues): CustomerPatch {
	const patch: CustomerPatch = {};
	for (const unit of differingUnits(values, stored)) {
		if (unit === 'email') patch.email = values.email;
		else if (unit === 'address') patch.address = filledAddress(values);
		else patch[unit] = values[unit].trim() === '' ? null : values[unit];
	}
	return patch;
}

function filledAddress(values: Pick<CustomerFormValues, 'address'>): Partial<Address> | null {
	const filled = addressFields.filter((field) => values.address[field].trim() !== '');
	return filled.length === 0 ? null : Object.fromEntries(filled.map((field) => [field, values.address[field]]));
}
