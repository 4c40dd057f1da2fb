import { addressFields, type CustomerPatch } from '../../domain/customer';
import { revisionKey } from './toCustomer';

/**
 * Valid values as Stripe takes them. An empty text clears, and an address goes with all its fields: Stripe merges, and a half-merged
 * address is one that nobody entered.
 */
export function toFields({ email, name, phone, address }: CustomerPatch, revision: string | null): Record<string, unknown> {
	return {
		...(email !== undefined && { email }),
		...(name !== undefined && { name: name ?? '' }),
		...(phone !== undefined && { phone: phone ?? '' }),
		...(address !== undefined && { address: Object.fromEntries(addressFields.map((field) => [field, address?.[field] ?? ''])) }),
		...(revision !== null && { metadata: { [revisionKey]: revision } }),
	};
}
