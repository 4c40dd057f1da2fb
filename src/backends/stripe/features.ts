import type { CallOptions } from '../../contract/backend';
import { filledText, property } from '../kit/answer';
import type { Calls } from './calls';

/** What a customer may use now, by lookup key and by the feature's own id; `whole` unless a later page could not be read. */
export async function activeFeatures(calls: Calls, customer: string, call: CallOptions): Promise<{ active: Set<string>; whole: boolean }> {
	const active = new Set<string>();
	for (let starting_after: string | undefined; ; ) {
		const params = { customer, limit: 100, ...(starting_after !== undefined && { starting_after }) };
		try {
			const { rows, more } = await calls.list('entitlements.activeEntitlements.list', params, call, { customer: true });
			for (const row of rows) {
				const feature = property(row, 'feature');
				for (const name of [property(row, 'lookup_key'), feature, property(feature, 'id')]) if (typeof name === 'string') active.add(name);
			}
			const last = filledText(property(rows.at(-1), 'id'));
			if (!more || last === null) return { active, whole: true };
			starting_after = last;
		} catch (error) {
			if (starting_after === undefined || call.signal?.aborted) throw error;
			return { active, whole: false };
		}
	}
}
