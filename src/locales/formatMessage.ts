import type { Locale, Plural } from './locale';

/** What formatting depends on. */
type Language = Pick<Locale, 'code'>;

/** Values for the placeholders of a text. */
export type MessageParams = Readonly<Record<string, string | number | undefined>>;

/** Fills the `{placeholders}` of a text; one without a value becomes empty. */
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

/** The sentence for a number: chosen by the language's plural rule, `{count}` written with its digits. */
export function formatPlural(locale: Language, plural: Plural, count: number, params?: MessageParams): string {
	const text = plural[formatter(Intl.PluralRules, locale).select(count)] ?? plural.other;
	return formatMessage(text, { ...params, count: formatNumber(locale, count) });
}

/** A number in the digits and grouping of the language. */
export function formatNumber(locale: Language, value: number): string {
	return formatter(Intl.NumberFormat, locale).format(value);
}

/** An ISO 8601 instant as day and time in the reader's time zone; text that is no date comes back as it is. */
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

/** An ISO 8601 instant as the distance from now ("3 days ago"). */
export function formatRelative(locale: Language, iso: string, now: number = Date.now()): string {
	const seconds = Math.round((Date.parse(iso) - now) / 1000);
	if (Number.isNaN(seconds)) return iso;
	const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
	return formatter(Intl.RelativeTimeFormat, locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}
