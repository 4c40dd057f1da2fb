import { foldName } from '../../domain/foldName';
import type { NamedCountry } from './nameCountries';

/** Countries that match a search by name, English name, ISO code or calling code, in whatever spelling; the best match first. */
export function searchCountries<T extends NamedCountry & { callingCode: string }>(countries: readonly T[], query: string): readonly T[] {
	const wanted = foldName(query);
	const dialled = wanted.replace(/^00/, '');
	if (wanted === '') return countries;
	const rank = (country: T): number => {
		if (/^\d+$/.test(dialled)) return country.callingCode === dialled ? 0 : country.callingCode.startsWith(dialled) ? 1 : none;
		const names = [country.name, country.english].map(foldName);
		if (country.code.toLowerCase() === wanted) return 0;
		if (names.some((name) => name.startsWith(wanted))) return 1;
		if (names.some((name) => name.includes(` ${wanted}`))) return 2;
		return names.some((name) => name.includes(wanted)) ? 3 : none;
	};
	return countries
		.map((country) => ({ country, rank: rank(country) }))
		.filter((match) => match.rank < none)
		.sort((a, b) => a.rank - b.rank)
		.map((match) => match.country);
}

const none = 4;
