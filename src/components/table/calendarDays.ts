/** Days by their number since 1970, without hours: no clock change and no time zone can move one. */
const dayMs = 86_400_000;

/** The number of a day (`YYYY-MM-DD`); `undefined` where it is none. */
export function dayNumber(day: string): number | undefined {
	const instant = Date.parse(`${day}T00:00Z`);
	return Number.isNaN(instant) ? undefined : instant / dayMs;
}

/** A day by its number, as `YYYY-MM-DD`. */
export const dayText = (number: number) => instantOf(number).toISOString().slice(0, 10);

/** For `Intl`, in UTC. */
export const instantOf = (number: number) => new Date(number * dayMs);

/** Today where the reader is. */
export function todayNumber(now = new Date()): number {
	return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / dayMs;
}

/** The same day of another month, or the last that it has. */
export function addMonths(number: number, months: number): number {
	const instant = instantOf(number);
	const [year, month] = [instant.getUTCFullYear(), instant.getUTCMonth() + months];
	const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	return Date.UTC(year, month, Math.min(instant.getUTCDate(), last)) / dayMs;
}

/** Day of the week, 0 being `first` (1 is Monday, 7 Sunday). */
export const weekday = (number: number, first: number) => (((number + 4 - first) % 7) + 7) % 7;

/** The weeks of a month, whole ones, also with days of its neighbours. */
export function weeksOf(number: number, first: number): number[][] {
	const start = number - instantOf(number).getUTCDate() + 1;
	const end = addMonths(start, 1);
	const weeks = [];
	for (let day = start - weekday(start, first); day < end; day += 7) weeks.push(Array.from({ length: 7 }, (_, at) => day + at));
	return weeks;
}

type WeekLocale = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };

/** The day that weeks begin with: 1 is Monday, 7 Sunday. Firefox does not tell: there it is known of the countries with most readers. */
export function firstWeekday(language: string): number {
	const locale = new Intl.Locale(language) as WeekLocale;
	const told = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay;
	if (told) return told;
	const region = locale.maximize().region ?? '';
	if (/^(AE|BH|DZ|EG|IQ|JO|KW|LY|OM|QA|SD|SY)$/.test(region)) return 6;
	return /^(BR|CA|CO|HK|ID|IL|IN|JP|KR|MX|PE|PH|PK|SA|SG|TH|TW|US|VE|YE|ZA)$/.test(region) ? 7 : 1;
}
