import type { CustomerFormModel } from './customerFormModel';
import type { FormPath } from './customerFormValues';

type Form = CustomerFormModel['form'];
type Hear = (name: string | undefined) => void;

/** Whoever listens to a form. All of them are one to react-hook-form, which copies the values for each, at each key. */
const hearers = new WeakMap<Form['control'], Set<Hear>>();

/**
 * Hears of values at once and whenever one changes; without a name all may have. Returns what unsubscribes.
 *
 * @param path of this field alone
 */
export function watchForm({ control, watch }: Form, hear: Hear, path?: FormPath): () => void {
	hear(undefined);
	const own: Hear = path ? (name) => (!name || name === path || path.startsWith(`${name}.`)) && hear(name) : hear;
	const known = hearers.get(control);
	const all = known ?? new Set();
	all.add(own);
	if (!known) {
		hearers.set(control, all);
		// For as long as there is the form.
		watch((_, { name }) => {
			for (const one of [...all]) one(name);
		});
	}
	return () => all.delete(own);
}
