/** Form fields as Stripe reads them: `address[city]=Berlin&line_items[0][price]=…`. */
export interface Form {
	[key: string]: string | Form;
}

/** Reads `a[b][0]=c` into nested objects; the last of two equal keys wins. */
export function parseForm(text: string): Form {
	const form: Form = Object.create(null);
	for (const [key, value] of new URLSearchParams(text)) {
		const path = key.split(/\[|\]\[|\]/).filter((part, index) => index === 0 || part !== '');
		let at = form;
		for (const part of path.slice(0, -1)) {
			const inner = typeof at[part] === 'object' ? at[part] : (Object.create(null) as Form);
			at[part] = inner;
			at = inner;
		}
		at[path.at(-1)!] = value;
	}
	return form;
}

export function textOf(value: string | Form | undefined): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

export function listOf(value: string | Form | undefined): (string | Form)[] {
	return typeof value === 'object' ? Object.values(value) : [];
}
