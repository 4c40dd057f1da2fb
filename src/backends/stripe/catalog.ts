import type { CallOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import { badAnswer, filledText, property } from '../kit/answer';
import { type Calls, isRefused } from './calls';

/** A price, and how it is paid. */
interface Price {
	id: string;
	recurring: boolean;
	/** By use: Stripe takes no quantity of it. */
	metered: boolean;
}

/** What the account sells, as far as it is needed; it hardly ever changes. */
export interface Catalog {
	/** By its id or its lookup key. Throws `not_found` for a price that is not on sale. */
	price(id: string, call: CallOptions): Promise<Price>;
	/** The names of products by their ids; without those that cannot be read. */
	names(productIds: readonly string[], call: CallOptions): Promise<ReadonlyMap<string, string>>;
}

const keepMs = 5 * 60 * 1000;
const maxKept = 1000;

export function createCatalog(calls: Calls): Catalog {
	const prices = createCache<Price>();
	const names = createCache<string>();

	async function readNames(ids: readonly string[], call: CallOptions): Promise<void> {
		if (ids.length === 0 || !calls.has('products.list')) return;
		try {
			const { rows } = await calls.list('products.list', { ids: ids.slice(0, 100), limit: 100 }, call);
			for (const row of rows) {
				const [id, name] = [filledText(property(row, 'id')), filledText(property(row, 'name'))];
				if (id !== null && name !== null) names.set(id, name);
			}
		} catch (error) {
			// A key that may not read products is no reason to hide what is paid for.
			if (call.signal?.aborted) throw error;
		}
	}

	return {
		async price(id, call) {
			const known = prices.get(id);
			if (known) return known;
			// Without a way to look, what is sold to customers again and again is the usual thing.
			if (!calls.has('prices.retrieve')) return { id, recurring: true, metered: false };
			const price = toPrice(await read(calls, id, call));
			prices.set(id, price);
			return price;
		},
		async names(productIds, call) {
			const ids = [...new Set(productIds)];
			await readNames(
				ids.filter((id) => names.get(id) === undefined),
				call,
			);
			return new Map(ids.flatMap((id): [string, string][] => (names.get(id) === undefined ? [] : [[id, names.get(id)!]])));
		},
	};
}

async function read(calls: Calls, id: string, call: CallOptions): Promise<unknown> {
	try {
		return await calls.read('prices.retrieve', [id, {}], call, { customer: true });
	} catch (error) {
		if (!isRefused(error, 'not_found')) throw error;
		const { rows } = calls.has('prices.list')
			? await calls.list('prices.list', { lookup_keys: [id], active: true, limit: 1 }, call)
			: { rows: [] };
		if (rows[0] !== undefined) return rows[0];
		throw new CustomerError('not_found', {
			message: 'No price has that variant_id: it is the id of a Stripe price (price_…) or its lookup key.',
			cause: error,
		});
	}
}

function toPrice(answer: unknown): Price {
	const [id, recurring] = [filledText(property(answer, 'id')), property(answer, 'recurring')];
	if (id === null) throw badAnswer('The price came without its id.');
	return { id, recurring: property(answer, 'type') === 'recurring', metered: property(recurring, 'usage_type') === 'metered' };
}

function createCache<T>() {
	const kept = new Map<string, { value: T; at: number }>();
	return {
		get(key: string): T | undefined {
			const entry = kept.get(key);
			return entry && Date.now() - entry.at < keepMs ? entry.value : undefined;
		},
		set(key: string, value: T): void {
			kept.set(key, { value, at: Date.now() });
			if (kept.size > maxKept) kept.delete(kept.keys().next().value!);
		},
	};
}
