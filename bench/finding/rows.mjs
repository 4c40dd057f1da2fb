const pick = (list) => list[Math.floor(Math.random() * list.length)];
const letters = (count) => Array.from({ length: count }, () => pick([...'qxzjvwk'])).join('');
const named = (people, pattern = /^\p{Script=Latin}{4}/u) => pick(people.filter(({ name }) => pattern.test(name ?? '')));
const inside = (text, length) => {
	const at = Math.floor(Math.random() * (text.length - length));
	return text.slice(at, at + length);
};
const spaced = (phone) => `0${phone.slice(3)}`.replace(/(\d{5})(\d)/, '$1 $2');
const week = () => {
	const from = Date.UTC(2025, 0, 1) + Math.random() * 600 * 86_400_000;
	return { gte: new Date(from).toISOString(), lt: new Date(from + 7 * 86_400_000).toISOString() };
};
/** A moment of the last week in which somebody came. */
const thisWeek = () => new Date(Date.UTC(2026, 10, 1) - (1 + Math.random() * 6) * 86_400_000).toISOString();

/** What is asked, made anew each time from people of the table. `exact`: milliseconds of before, or of a total by hand in the same run, that an exact total does not exceed. */
export const rows = [
	{ id: 'han', work: 'two Han characters', ask: (people) => ({ query: named(people, /^\p{Script=Han}{2}$/u).name }) },
	{ id: 'none', work: 'two letters without a match', ask: () => ({ query: letters(2).replace(/^(.)./, '$1$1') }) },
	{ id: 'two', work: 'two letters of random names', ask: (people) => ({ query: named(people).name.slice(0, 2) }) },
	{
		id: 'country',
		work: 'search + country + by name',
		ask: (people) => {
			const { name, address } = pick(people.filter((person) => person.name && person.address));
			return { query: name.slice(0, 3), country: [address.country], sort: 'name' };
		},
	},
	{
		id: 'countryEmail',
		work: 'search + country + by email',
		ask: (people) => {
			const { name, address } = pick(people.filter((person) => person.name && person.address));
			return { query: name.slice(0, 3), country: [address.country], sort: 'email' };
		},
	},
	{
		id: 'listed',
		work: 'a country, by name or email',
		ask: (people) => ({
			country: [pick(people.filter(({ address }) => address)).address.country],
			sort: pick(['name', '-name', 'email', '-email']),
		}),
		notByHand: true,
	},
	{
		id: 'listedIn',
		work: 'two countries, by name or email',
		ask: (people) => {
			const placed = people.filter(({ address }) => address);
			const country = [...new Set([pick(placed), pick(placed)].map(({ address }) => address.country))];
			return { country, sort: pick(['name', '-name', 'email', '-email']) };
		},
		notByHand: true,
	},
	{
		id: 'since',
		work: 'search + since this week, by name',
		ask: (people) => ({ query: named(people).name.slice(0, 3), created: { gte: thisWeek() }, sort: 'name' }),
	},
	{
		id: 'everywhere',
		work: 'three letters that are everywhere, by name',
		ask: () => ({ query: pick(['ann', 'han', 'mar', 'and', 'lin', 'ern']), sort: pick(['name', '-name']) }),
	},
	{ id: 'four', work: 'a name’s first 4 letters', ask: (people) => ({ query: named(people).name.slice(0, 4) }) },
	{ id: 'name', work: 'a full name', ask: (people) => ({ query: named(people).name }) },
	{ id: 'email5', work: '5 letters inside an email', ask: (people) => ({ query: inside(pick(people).email.split('@')[0], 5) }) },
	{ id: 'phone', work: 'a phone, E.164', ask: (people) => ({ query: pick(people.filter(({ phone }) => phone)).phone }) },
	{ id: 'local', work: 'a phone, spaced and local', ask: (people) => ({ query: spaced(pick(people.filter(({ phone }) => phone)).phone) }) },
	{ id: 'last4', work: 'a phone’s last 4 digits', ask: (people) => ({ query: pick(people.filter(({ phone }) => phone)).phone.slice(-4) }) },
	{ id: 'email', work: 'a whole email', ask: (people) => ({ query: pick(people).email }) },
	{ id: 'id', work: 'an id', ask: (people) => ({ query: pick(people).id }) },
	{ id: 'devanagari', work: 'Devanagari words', ask: (people) => ({ query: named(people, /^\p{Script=Devanagari}/u).name }) },
	{ id: 'week', work: 'a week, by name', ask: () => ({ created: week(), sort: 'name' }), notByHand: true },
	{
		id: 'weekEmail',
		work: 'a week, by email',
		ask: () => ({ created: week(), sort: pick(['email', '-email']) }),
		notByHand: true,
	},
	{
		id: 'sinceEmail',
		work: 'since some time, by email',
		ask: () => ({ created: { gte: week().gte }, sort: pick(['email', '-email']) }),
		notByHand: true,
	},
	{ id: 'all', work: 'exact total of all', ask: () => ({ total: 'exact', limit: 1 }), exact: { p50: 57 } },
	{
		id: 'allIn',
		work: 'exact total of a country',
		ask: (people) => ({ total: 'exact', limit: 1, country: [pick(people.filter(({ address }) => address)).address.country] }),
		exact: { p50: 25 },
	},
	{
		id: 'allFound',
		work: 'exact total of a search',
		ask: (people) => ({ total: 'exact', limit: 1, query: named(people).name.slice(0, 4) }),
		exact: { p50: 15 },
		byHand: 'total',
	},
	{ id: 'about', work: 'estimate of all', ask: () => ({ total: 'estimate', limit: 1 }), notByHand: true },
	{
		id: 'aboutIn',
		work: 'estimate of a country',
		ask: (people) => ({ total: 'estimate', limit: 1, country: [pick(people.filter(({ address }) => address)).address.country] }),
		notByHand: true,
	},
	{
		id: 'aboutFound',
		work: 'estimate of a search',
		ask: (people) => ({ total: 'estimate', limit: 1, query: named(people).name.slice(0, 2) }),
		notByHand: true,
	},
];
