import { compareText } from '../../domain/compareText';
import type { Row, Run } from './database';
import { gather, type Searching, walk } from './gather';
import { type Alphabet, alphabetOf, type Beginning, beginningOf, letterOf, letterTerms } from './letters';
import { compareRows, isDescending } from './orders';
import { isOfFewCountries, type Within } from './terms';

/**
 * `alike`: rows of names or emails that begin alike that are looked at: most of them are found. `rare`: finds of more words than one, of which
 * those that begin so may have none. The others: finds that may be fetched and sorted, at first and then; where a filter leaves few, more of
 * them cost less than to narrow them down, but one country's are narrowed down by terms of their own.
 */
const most = { alike: 600, rare: 5, all: [500, 2500], filtered: [1500, 2500], ofCountry: [200, 2500] };
/** What so many of the first finds begin as, of these so many, is looked at by itself. */
const frequent = { share: 1 / 5, count: 2 };

/**
 * The page by name or email of what a search finds. Those that begin as the search does are side by side in their order, and looked at there;
 * so are those that begin as many of the first do. The last on a page of all these is one that the page does not go beyond, so of the others,
 * where they are many, only first letters up to its own are looked at; `null` where that does not help.
 */
export async function gatherInOrder(run: Run, searching: Searching, signal?: AbortSignal): Promise<readonly Row[] | null> {
	const { request, cursor } = searching;
	const wanted = request.limit + 1;
	const alphabet = alphabetOf(request)!;
	// Those without a name come first then, and have no letter.
	if (alphabet === 'name' && (cursor ? cursor.key === '' : request.direction === 'backward')) return null;
	const found: Row[] = [];
	const seen: Beginning[] = [];
	const looked = new Set<string>();
	const pageOf = (...rows: (readonly Row[])[]) => rows.flat().sort(compareRows(request)).slice(0, wanted);
	const look = async (alike: Beginning | null) => {
		if (!alike || looked.has(alike.term)) return;
		looked.add(alike.term);
		const near = await walk(run, searching, { bound: most.alike, wanted, alike }, signal);
		// Not all are seen, nor the first.
		if (near.found.length < wanted && near.last) return;
		found.push(...unseen(near.found, seen));
		seen.push(alike);
	};
	const { words } = searching.search.terms;
	if (words.length > 1) {
		const { rows, isAll } = await gather(run, searching, { wanted, indexed: true, most: most.rare }, signal);
		if (isAll) return rows;
	}
	await look(beginningOf(alphabet, words[0] ?? ''));
	// Of a country letters cost so little that they are asked for at once.
	let last: Row | undefined = isOfFewCountries(request) ? pageOf(found)[wanted - 1] : undefined;
	for (const tries of [...most[filterOf(searching)], undefined]) {
		const within = withinPage(searching, alphabet, last);
		const but = [...seen.map(({ term }) => term), ...(within.but ?? [])];
		const { rows, isAll } = await gather(run, searching, { wanted, indexed: true, most: tries, ...within, but }, signal);
		if (isAll) {
			const page = pageOf(found, rows);
			// Somebody may have been renamed meanwhile.
			return page.length === wanted || !last ? page : null;
		}
		for (const alike of frequentOf(alphabet, rows)) await look(alike);
		const next = pageOf(found, unseen(rows, seen))[wanted - 1];
		last = pageOf([last, next].filter((row) => row !== undefined))[0];
		if (!last || last.sort_key === '') return null;
	}
	return null;
}

function filterOf({ request, ofCountry }: Searching): 'all' | 'filtered' | 'ofCountry' {
	const { country, created } = request;
	if (ofCountry) return 'ofCountry';
	return country !== null || created.gte !== null || created.lt !== null ? 'filtered' : 'all';
}

/** As which most of these begin. */
function frequentOf(of: Alphabet, rows: readonly Row[]): Beginning[] {
	const counts = new Map<string, { alike: Beginning; count: number }>();
	for (const { sort_key: key } of rows) {
		const alike = beginningOf(of, String(key).split('\u0001', 1)[0]!);
		if (alike) counts.set(alike.term, { alike, count: 1 + (counts.get(alike.term)?.count ?? 0) });
	}
	const often = [...counts.values()].filter(({ count }) => count > rows.length * frequent.share).sort((a, b) => b.count - a.count);
	return often.slice(0, frequent.count).map(({ alike }) => alike);
}

/** Those of whom none were looked at by themselves. */
function unseen(rows: readonly Row[], seen: readonly Beginning[]): Row[] {
	return rows.filter(
		({ sort_key: key }) => !seen.some(({ from, to }) => compareText(String(key), from) >= 0 && compareText(String(key), to) < 0),
	);
}

/** What the index can tell of first letters from where the page begins to the last that it may have, if that is known. */
function withinPage({ request, cursor }: Searching, of: Alphabet, last?: Row): Within {
	const [begin, end] = [cursor?.key, last?.sort_key].map((key) => (key === undefined ? undefined : letterOf(of, String(key))));
	const [from, to] = isDescending(request) ? [end, begin] : [begin, end];
	if (end !== undefined && isOfFewCountries(request)) return { letters: letterTerms(of, { from, to }, true) };
	// Those without a name pass, who come last.
	const but = [
		...(from === undefined ? [] : letterTerms(of, { to: from - 1 })),
		...(to === undefined ? [] : letterTerms(of, { from: to + 1 })),
	];
	const some = letterTerms(of, { from, to });
	return end === undefined || but.length < some.length ? { but } : { some };
}
