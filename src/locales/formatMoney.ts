import type { Locale } from './locale';

/**
 * Digits after the point by ISO 4217, where they are not two. Not asked of `Intl`: engines have how a currency is usually written (CLDR),
 * which for HUF, IDR, COP, PKR, IQD and a dozen more is not how its minor unit is counted, and the price would be off by a hundred.
 */
const minorDigits: readonly (readonly [digits: number, currencies: string])[] = [
	[0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
	[3, 'BHD IQD JOD KWD LYD OMR TND'],
	[4, 'CLF UYW'],
];

const formatters = new Map<string, Intl.NumberFormat>();

/**
 * An amount of money in the digits and order of the language.
 *
 * @param amount in minor units: cents, and whole yen
 * @param currency ISO 4217; another word is written after the number as it is
 * @returns its text, for instance `$12.50`
 * @throws `RangeError` where `locale.code` is no BCP 47 tag
 * @example
 * formatMoney({ code: 'en' }, 1250, 'USD'); // '$12.50'
 */
export function formatMoney({ code }: Pick<Locale, 'code'>, amount: number, currency: string): string {
	const name = currency.toUpperCase();
	const digits = minorDigits.find(([, currencies]) => currencies.includes(name))?.[0] ?? 2;
	const isCode = /^[A-Z]{3}$/.test(name);
	const key = `${code} ${name}`;
	const format =
		formatters.get(key) ??
		new Intl.NumberFormat(code, {
			...(isCode && { style: 'currency', currency: name }),
			minimumFractionDigits: digits,
			maximumFractionDigits: digits,
		});
	formatters.set(key, format);
	const text = format.format(amount / 10 ** digits);
	return isCode ? text : `${text} ${currency}`;
}
