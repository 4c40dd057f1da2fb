/** Whether a control shows a value, as browsers clean it up: without line breaks, an email without spaces around it. */
export function showsValue<Control extends HTMLInputElement | HTMLSelectElement>(control: Control, value: string): boolean {
	if (control.value === value) return true;
	const clean = control.cloneNode(true) as Control;
	clean.value = value;
	return clean.value === control.value;
}
