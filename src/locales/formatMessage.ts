import type { Locale, Plural } from './locale';

/** What formatting depends on. */
type Language = Pick<Locale, 'code'>;

/** Values for the placeholders of a text. */
export type MessageParams = Readonly<Record<string, string | number | undefined>>;

/**
 * Fills the `{placeholders}` of a text.
 *
 * @returns the text; a placeholder without a value becomes empty
 * @example
 * formatMessage('{done} of {total}', { done: 3, total: 10 }); // '3 of 10'
 */
export function formatMessage(text: string, params: MessageParams = {}): string {
	return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** Formatters by language and options: making one costs a hundred times as much as using it. */
const formatters = new Map<string, unknown>();

function formatter<Options extends object, Formatter>(
	make: new (code: string, options?: Options) => Formatter,
	{ code }: Language,
	options?: Options,
): Formatter {
	const key = `${make.name} ${code} ${options ? JSON.stringify(options) : ''}`;
	const made = (formatters.get(key) as Formatter | undefined) ?? new make(code, options);
	formatters.set(key, made);
	return made;
}

/**
 * The sentence for a number: chosen by the language's plural rule, `{count}` written with its digits.
 *
 * @returns the sentence, its other placeholders filled as by {@link formatMessage}
 * @throws `RangeError` where `locale.code` is no BCP 47 tag
 * @example
 * formatPlural(locale, locale.table.rows, 1200); // '1,200 customers'
 */
export function formatPlural(locale: Language, plural: Plural, count: number, params?: MessageParams): string {
	const text = plural[formatter(Intl.PluralRules, locale).select(count)] ?? plural.other;
	return formatMessage(text, { ...params, count: formatNumber(locale, count) });
}

/** Whether English writes a number as it is. The first formatter of a page costs a tenth of its first table, which counts to a hundred. */
function isPlain({ code }: Language, value: number): boolean {
	return /^en(-..)?$/.test(code) && value >>> 0 === value && value < 1000;
}

/**
 * A number in the digits and grouping of the language.
 *
 * @returns its text, for instance `1,200`
 * @throws `RangeError` where `locale.code` is no BCP 47 tag
 * @example
 * formatNumber({ code: 'ar-EG' }, 1200); // '١٬٢٠٠'
 */
export function formatNumber(locale: Language, value: number): string {
	return isPlain(locale, value) ? String(value) : formatter(Intl.NumberFormat, locale).format(value);
}

/**
 * An ISO 8601 instant in the reader's language and time zone.
 *
 * @param options as of `Intl.DateTimeFormat`; the day alone when absent
 * @returns its text; text that is no date comes back as it is
 * @throws `RangeError` where `locale.code` is no BCP 47 tag or the options make no sense
 * @example
 * formatDate(locale, customer.created ?? '', { dateStyle: 'long', timeStyle: 'short' });
 */
export function formatDate(locale: Language, iso: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string {
	const instant = new Date(iso);
	return Number.isNaN(instant.getTime()) ? iso : formatter(Intl.DateTimeFormat, locale, options).format(instant);
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
	['year', 31_536_000],
	['month', 2_592_000],
	['week', 604_800],
	['day', 86_400],
	['hour', 3_600],
	['minute', 60],
	['second', 1],
];

/**
 * An ISO 8601 instant as the distance from now, in its largest unit from seconds to years.
 *
 * @param now milliseconds since 1970; the clock's when absent
 * @returns its text, for instance `3 days ago`; text that is no date comes back as it is
 * @throws `RangeError` where `locale.code` is no BCP 47 tag
 * @example
 * formatRelative(locale, customer.created ?? '');
 */
export function formatRelative(locale: Language, iso: string, now: number = Date.now()): string {
	const seconds = Math.round((Date.parse(iso) - now) / 1000);
	if (Number.isNaN(seconds)) return iso;
	const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
	return formatter(Intl.RelativeTimeFormat, locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}
