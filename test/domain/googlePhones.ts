import { createRequire } from 'node:module';

/** What the tests need of Google's own port of libphonenumber, which has no types. */
interface Library {
	PhoneNumberFormat: { E164: number; INTERNATIONAL: number };
	PhoneNumberType: Record<string, number>;
	PhoneNumberUtil: { getInstance(): Util };
}
interface Util {
	getSupportedRegions(): string[];
	getExampleNumberForType(region: string, type: number): object | null;
	isValidNumber(number: object): boolean;
	parse(text: string): object;
	format(number: object, format: number): string;
}

const library: Library = createRequire(import.meta.url)('google-libphonenumber');
const util = library.PhoneNumberUtil.getInstance();

/** An example that Google's plans hold valid. */
export interface GoogleExample {
	/** ISO 3166-1 alpha-2. */
	region: string;
	/** `MOBILE`, `FIXED_LINE` … */
	type: string;
	e164: string;
	/** `+91 81234 56789` */
	international: string;
}

/** Google's example of each kind of number of each region. */
export const googleExamples: readonly GoogleExample[] = util.getSupportedRegions().flatMap((region) =>
	Object.entries(library.PhoneNumberType).flatMap(([type, value]) => {
		const example = util.getExampleNumberForType(region, value);
		if (!example || !util.isValidNumber(example)) return [];
		const [e164, international] = [library.PhoneNumberFormat.E164, library.PhoneNumberFormat.INTERNATIONAL].map((format) =>
			util.format(example, format),
		) as [string, string];
		return [{ region, type, e164, international }];
	}),
);

/** Google's verdict on international text. */
export function googleAccepts(text: string): boolean {
	try {
		return util.isValidNumber(util.parse(text));
	} catch {
		return false;
	}
}
