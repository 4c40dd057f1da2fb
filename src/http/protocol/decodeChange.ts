import type { CustomerChange } from '../../contract/backend';
import { object, text, word } from './decode';

/** A copy of what changed: an id at most. */
export function decodeChange(value: unknown): CustomerChange {
	const from = object(value, 'change');
	const type = word(from.type, ['created', 'updated', 'resync'] as const, 'change.type');
	return type === 'resync' ? { type } : { type, id: text(from.id, 'change.id') };
}
