import type { CustomerFormModel } from './customerFormModel';
import { formPaths } from './customerFormValues';
import { watchForm } from './watchForm';

/**
 * Tells whether a form holds something that is not saved: at once, and whenever that changes. Nothing renders for it. Returns what
 * unsubscribes.
 */
export function watchUnsaved(form: CustomerFormModel['form'], tell: (unsaved: boolean) => void): () => void {
	let told: boolean | undefined;
	const check = () => {
		const unsaved = formPaths.some((path) => form.getFieldState(path).isDirty);
		if (unsaved !== told) tell(unsaved);
		told = unsaved;
	};
	check();
	// A merge sets one field after the other: only where that ends counts.
	return watchForm(form, () => queueMicrotask(check));
}
