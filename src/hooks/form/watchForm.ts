import type { CustomerFormModel } from './customerFormModel';
import type { FormPath } from './customerFormValues';

/**
 * Hears of values at once and whenever one changes; without a name all may have. Returns what unsubscribes.
 *
 * @param path of this field alone
 */
export function watchForm({ watch }: CustomerFormModel['form'], hear: (name: string | undefined) => void, path?: FormPath): () => void {
	hear(undefined);
	const subscription = watch((_, { name }) => {
		if (!path || !name || name === path) hear(name);
	});
	return () => subscription.unsubscribe();
}
