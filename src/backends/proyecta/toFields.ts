import { addressFields, type Customer, type CustomerPatch } from '../../domain/customer';
import { badAnswer } from '../kit/answer';
import { fullAddress } from '../kit/copyCustomer';

/**
 * How a field is cleared: neither the SDK's documentation nor its types say, so the host does. `null` and `empty-string` are what is sent
 * in its place; with `false` nothing is cleared.
 */
export type ProyectaClearing = 'null' | 'empty-string' | false;

/**
 * A valid patch as the SDK takes it. An address goes whole, with every field: whether Proyecta merges is not documented,
 * and a half-merged address is one that nobody entered.
 */
export function toFields({ email, name, phone, address }: CustomerPatch, clear: ProyectaClearing): Record<string, unknown> {
	const blank = clear === 'empty-string' ? '' : null;
	const full = fullAddress(address);
	const whole = full && Object.fromEntries(addressFields.map((field) => [field, full[field] ?? blank]));
	const none = clear === 'empty-string' ? Object.fromEntries(addressFields.map((field) => [field, ''])) : null;
	return {
		...(email !== undefined && { email }),
		...(name !== undefined && { name: name ?? blank }),
		...(phone !== undefined && { phone: phone ?? blank }),
		...(address !== undefined && { address: whole ?? none }),
	};
}

/** Throws `bad_upstream_response` when something that was to go is still there: better a fault than a false "saved". */
export function checkCleared(patch: CustomerPatch, customer: Customer): void {
	const kept: string[] = (['name', 'phone'] as const).filter((field) => patch[field] === null && customer[field] !== null);
	if (patch.address !== undefined && customer.address) {
		const wanted = fullAddress(patch.address);
		kept.push(...addressFields.filter((field) => !wanted?.[field] && customer.address?.[field]).map((field) => `address.${field}`));
	}
	if (kept.length > 0)
		throw badAnswer(`Proyecta kept ${kept.join(', ')}, which was to be cleared. Try another \`clear\` for proyectaBackend.`);
}
