import type { CustomerFormModel } from './customerFormModel';

/** Hears of every value that changes; without a name all may have. Returns what unsubscribes. */
export function watchForm({ watch }: CustomerFormModel['form'], hear: (name: string | undefined) => void): () => void {
	const subscription = watch((_, { name }) => hear(name));
	return () => subscription.unsubscribe();
}
