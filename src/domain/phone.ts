import type { PhoneOptions, Phones } from './phones';

let loading: Promise<Phones> | undefined;

/**
 * Loads the parser and its metadata (50 KB compressed) once. A failed load is tried again by the next call.
 *
 * @returns what reads and writes phone numbers, the same object at each call
 * @throws `TypeError`, as `import()` does, where the files cannot be fetched
 * @example
 * const phones = await loadPhones();
 * phones.format('+919876543210'); // '+91 98765 43210'
 */
export function loadPhones(): Promise<Phones> {
	loading ??= Promise.all([import('./phonePlans'), import('libphonenumber-js/max/metadata')]).then(
		([{ createPhones }, metadata]) => createPhones(metadata.default),
		(error) => {
			loading = undefined;
			throw error;
		},
	);
	return loading;
}

/**
 * Reads what someone typed or pasted, with libphonenumber's full metadata, the same in browser and server.
 *
 * @returns E.164; `null` when it is no valid number
 * @throws `TypeError`, as `import()` does, where the metadata cannot be fetched
 * @example
 * await parsePhone('098765 43210', { defaultCountry: 'IN' }); // '+919876543210'
 */
export async function parsePhone(text: string, options?: PhoneOptions): Promise<string | null> {
	const result = (await loadPhones()).parse(text, options);
	return result.ok ? result.e164 : null;
}
