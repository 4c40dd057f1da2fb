/** A country as a reader knows it. */
export interface NamedCountry {
	/** ISO 3166-1 alpha-2. */
	code: string;
	/** In the reader's language. */
	name: string;
	/** In English, which is what people type when their language has no keyboard at hand. */
	english: string;
}

/** Countries with their names, in the order that the reader's language sorts them. */
export function nameCountries(codes: readonly string[], locale: string): NamedCountry[] {
	const order = new Intl.Collator(locale);
	const own = new Intl.DisplayNames([locale, 'en'], { type: 'region' });
	const english = new Intl.DisplayNames('en', { type: 'region' });
	return codes
		.map((code) => ({ code, name: own.of(code) ?? code, english: english.of(code) ?? code }))
		.sort((a, b) => order.compare(a.name, b.name));
}
