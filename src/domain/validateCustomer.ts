import { type Customer, type CustomerInput, type CustomerPatch, defaultIdPattern } from './customer';
import { type CustomerRules, rulesOf } from './customerRules';
import { isEmail, maxEmailLength } from './isEmail';
import type { Issue, Result } from './issue';
import { loadPhones } from './phone';
import { normalizePhoneText } from './phoneText';
import { isRecord, own, unknownKeys } from './record';
import { type Checked, checkLength, checkText, isVisible } from './text';
import { validateAddress } from './validateAddress';

function text(raw: string, max?: number): Checked {
	const value = raw.trim();
	return checkText(value, max) ?? { value };
}

/** An email whose domain has neither full-width letters nor what nobody sees, and its umlauts still; what stands before the @ is kept. */
function plainDomain(email: string): string {
	const at = email.lastIndexOf('@') + 1;
	const domain = email
		.slice(at)
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '');
	return at === 0 ? email : email.slice(0, at) + domain.replaceAll('。', '.');
}

async function checkPhone(raw: string, { phoneValidation: validation }: Required<CustomerRules>): Promise<Checked> {
	const tooLong = checkLength(raw);
	if (tooLong) return tooLong;
	const normal = normalizePhoneText(raw);
	const problem = checkText(normal);
	if (problem) return problem.code === 'invalid_characters' ? { code: 'invalid_phone' } : problem;
	if (!normal.startsWith('+')) return { code: /^[\d\s().\-/]+$/.test(normal) ? 'phone_not_international' : 'invalid_phone' };
	const result = (await loadPhones()).parse(normal, { validation });
	return result.ok ? { value: result.e164 } : { code: result.code };
}

const checks = {
	id(raw: string): Checked {
		if (raw.trim() === '') return { code: 'empty' };
		return defaultIdPattern.test(raw) ? { value: raw } : { code: 'invalid_id' };
	},
	email(raw: string): Checked {
		const checked = checkLength(raw, maxEmailLength) ?? text(plainDomain(raw), maxEmailLength);
		return 'value' in checked && !isEmail(checked.value) ? { code: 'invalid_email' } : checked;
	},
	name(raw: string): Checked {
		const checked = text(raw);
		return 'value' in checked && !isVisible(checked.value) ? { code: 'not_visible' } : checked;
	},
	phone: checkPhone,
} as const;

type TextField = keyof typeof checks;

type Checking = { fields: readonly TextField[]; patch: boolean; previous?: Customer; rules: CustomerRules };

async function validate(value: unknown, { fields, patch, previous, ...checking }: Checking): Promise<Result<Record<string, unknown>>> {
	const rules = rulesOf(checking.rules);
	if (!isRecord(value)) return { ok: false, issues: [{ path: '', code: 'invalid_type' }] };
	const unknown = unknownKeys(value, [...fields, 'address']);
	const issues: Issue[] = unknown.map((field) => ({ path: '', code: 'unknown_field', params: { field } }));
	const result: Record<string, unknown> = {};

	for (const path of fields) {
		const raw = own(value, path);
		const unchanged = previous !== undefined && raw === previous[path];
		if (raw === undefined || raw === null) {
			// An email can be neither left out of a new customer nor cleared.
			if (path === 'email' && !(patch && (raw === undefined || unchanged))) issues.push({ path, code: 'required' });
			else if (path !== 'email' && raw === null && patch) result[path] = null;
		} else if (unchanged) result[path] = raw;
		else if (typeof raw !== 'string') issues.push({ path, code: 'invalid_type' });
		else {
			const checked = await checks[path](raw, rules);
			if ('value' in checked) result[path] = checked.value;
			else issues.push({ path, ...checked });
		}
	}

	const address = own(value, 'address');
	if (address !== undefined && address !== null) {
		const checked = await validateAddress(address, previous?.address, rules.addressValidation);
		if (!checked.ok) issues.push(...checked.issues);
		else if (Object.keys(checked.value).length > 0) result.address = checked.value;
		else if (patch) result.address = null;
	} else if (address === null && patch) result.address = null;

	return issues.length > 0 ? { ok: false, issues } : { ok: true, value: result };
}

/**
 * Checks a new customer, whatever the value is, and never changes it. The form and the server run this same function.
 *
 * @returns the canonical value, or every issue at once
 * @throws `TypeError`, as `import()` does, where the phone metadata or the lists of states cannot be fetched
 * @example
 * const result = await validateCustomerInput({ email: 'asha@example.com', phone: '+91 98765 43210' });
 * if (result.ok) await backend.create(result.value);
 */
export async function validateCustomerInput(value: unknown, rules: CustomerRules = {}): Promise<Result<CustomerInput>> {
	return (await validate(value, { fields: ['id', 'email', 'name', 'phone'], patch: false, rules })) as Result<CustomerInput>;
}

/**
 * Checks a change of a customer: an absent field is left alone, `null` clears, an address is replaced as a whole.
 * With `previous`, a field that stays as it was raises no issue, even where it breaks today's rules.
 *
 * @returns the canonical patch, or every issue at once
 * @throws `TypeError`, as `import()` does, where the phone metadata or the lists of states cannot be fetched
 * @example
 * const result = await validateCustomerPatch({ name: null }, { previous: customer });
 */
export async function validateCustomerPatch(
	value: unknown,
	{ previous, ...rules }: CustomerRules & { previous?: Customer } = {},
): Promise<Result<CustomerPatch>> {
	return (await validate(value, { fields: ['email', 'name', 'phone'], patch: true, previous, rules })) as Result<CustomerPatch>;
}
