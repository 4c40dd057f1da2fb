import { getCountries, Metadata, type MetadataJson } from 'libphonenumber-js/core';

/** How a country's numbers are dialled. */
interface Dialling {
	callingCode: string;
	/** What is dialled before national numbers, carrier codes included, and what then takes its place. */
	trunk: RegExp | null;
	transform: string | null;
}

/** What the library reads a plan by; it declares less. */
interface NumberingPlan {
	callingCode(): string;
	IDDPrefix(): string | undefined;
	nationalPrefixForParsing(): string | undefined;
	nationalPrefixTransformRule(): string | undefined;
}

/** A national number is told by this many digits at least. */
const shortest = 3;

/** Takes digits apart as the library's parser does in each country, but also those of a number that is not typed to its end. */
export function createPhoneBeginnings(metadata: MetadataJson): (digits: string) => string[] {
	let known: { countries: Dialling[]; exits: RegExp[] } | undefined;

	return (digits) => {
		known ??= readPlans(metadata);
		const { countries, exits } = known;
		const found = new Set<string>();
		const international = (number: string) => {
			for (const country of countries) {
				if (!number.startsWith(country.callingCode)) continue;
				const national = withoutTrunk(number.slice(country.callingCode.length), country);
				if (national) found.add(`+${country.callingCode}${national}`);
			}
		};
		if (digits.startsWith('+')) {
			international(digits.slice(1));
			return [...found];
		}
		for (const exit of exits) {
			const number = digits.slice(exit.exec(digits)?.[0].length ?? digits.length);
			if (!/^[1-9]/.test(number)) continue;
			found.add(`+${number}`);
			international(number);
		}
		const plain = digits.replace(/^0+/, '');
		for (const country of countries) {
			const national = withoutTrunk(digits, country);
			// Where only zeros were taken away, the digits by themselves find it.
			if (national && national.length >= shortest && !national.includes(plain)) found.add(`+${country.callingCode}${national}`);
		}
		return [...found];
	};
}

function readPlans(metadata: MetadataJson) {
	const plans = new Metadata(metadata);
	const exits = new Set<string>();
	const countries = getCountries(metadata).map((country): Dialling => {
		plans.selectNumberingPlan(country);
		const plan = plans.numberingPlan as unknown as NumberingPlan;
		const trunk = plan.nationalPrefixForParsing();
		const exit = plan.IDDPrefix();
		if (exit) exits.add(exit);
		return {
			callingCode: plan.callingCode(),
			trunk: trunk ? new RegExp(`^(?:${trunk})`) : null,
			transform: plan.nationalPrefixTransformRule() ?? null,
		};
	});
	return { countries, exits: [...exits].map((exit) => new RegExp(`^(?:${exit})`)) };
}

/** The national number, where something is dialled before it; else `null`. */
function withoutTrunk(digits: string, { trunk, transform }: Dialling): string | null {
	const match = trunk?.exec(digits);
	if (!trunk || !match || match[0] === '') return null;
	return transform !== null && match.at(-1) !== undefined && match.length > 1
		? digits.replace(trunk, transform)
		: digits.slice(match[0].length);
}
