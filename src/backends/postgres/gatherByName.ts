import { compareText } from '../../domain/compareText';
import type { Row, Run } from './database';
import { gather, type Searching, walk } from './gather';
import { compareNames, isDescending } from './orders';
import { type Beginning, beginningOf, letterOf, letterTerms, type Within } from './terms';

/** Rows of names that begin alike that are looked at: most of them are found. */
const alike = 600;
/** Finds of more words than one, of which those whose names begin so may have none. */
const rare = 5;
/**
 * Finds that may be fetched and sorted, at first and then; where a filter leaves few, more of them cost less than to narrow them down. One
 * country's are narrowed down by terms of their own.
 */
const most = { all: [500, 2500], filtered: [1500, 2500], ofCountry: [200, 2500] };
/** Names that so many of the first finds begin as, of these so many, are looked at by themselves. */
const frequent = { share: 1 / 5, count: 2 };

/**
 * The page by name of those whose name begins as the search does, side by side in their order, and of others that it finds. Where these
 * are many, those of their first names that are frequent are looked at in the same way, and the last name on a page of all these is one that
 * the page does not go beyond, so only first letters up to its own are looked at; `null` where that does not help.
 */
export async function gatherByName(run: Run, searching: Searching, signal?: AbortSignal): Promise<readonly Row[] | null> {
	const { request, cursor } = searching;
	const wanted = request.limit + 1;
	// Those without a name come first then, and have no letter.
	if (cursor ? cursor.key === '' : request.direction === 'backward') return null;
	const found: Row[] = [];
	const seen: Beginning[] = [];
	const looked = new Set<string>();
	const pageOf = (...rows: (readonly Row[])[]) => rows.flat().sort(compareNames(request)).slice(0, wanted);
	const look = async (names: Beginning) => {
		if (looked.has(names.term)) return;
		looked.add(names.term);
		const near = await walk(run, searching, { bound: alike, wanted, names }, signal);
		// Not all are seen, nor the first.
		if (near.found.length < wanted && near.last) return;
		found.push(...unseen(near.found, seen));
		seen.push(names);
	};
	const { words } = searching.search.terms;
	const namesakes = beginningOf(words[0] ?? '');
	if (words.length > 1) {
		const { rows, isAll } = await gather(run, searching, { wanted, indexed: true, most: rare }, signal);
		if (isAll) return rows;
	}
	if (namesakes) await look(namesakes);
	let last: Row | undefined = pageOf(found)[wanted - 1];
	for (const tries of [...most[filterOf(searching)], undefined]) {
		const span = spanOf(searching, last);
		const but = [...seen.map(({ term }) => term), ...(span.but ?? [])];
		const { rows, isAll } = await gather(run, searching, { wanted, indexed: true, most: tries, letters: span.letters, but }, signal);
		if (isAll) {
			const page = pageOf(found, rows);
			// Somebody may have been renamed meanwhile.
			return page.length === wanted || !last ? page : null;
		}
		for (const names of frequentOf(rows)) await look(names);
		const next = pageOf(found, unseen(rows, seen))[wanted - 1];
		last = pageOf([last, next].filter((row) => row !== undefined))[0];
		if (!last || last.sort_key === '') return null;
	}
	return null;
}

function filterOf({ request, ofCountry }: Searching): keyof typeof most {
	const { country, created } = request;
	if (ofCountry) return 'ofCountry';
	return country !== null || created.gte !== null || created.lt !== null ? 'filtered' : 'all';
}

/** As which most of these names begin. */
function frequentOf(rows: readonly Row[]): Beginning[] {
	const counts = new Map<string, { names: Beginning; count: number }>();
	for (const { sort_key: key } of rows) {
		const names = beginningOf(String(key).split('\u0001', 1)[0]!);
		if (names) counts.set(names.term, { names, count: 1 + (counts.get(names.term)?.count ?? 0) });
	}
	const often = [...counts.values()].filter(({ count }) => count > rows.length * frequent.share).sort((a, b) => b.count - a.count);
	return often.slice(0, frequent.count).map(({ names }) => names);
}

/** Those of whom none were looked at by themselves. */
function unseen(rows: readonly Row[], seen: readonly Beginning[]): Row[] {
	return rows.filter(
		({ sort_key: key }) => !seen.some(({ from, to }) => compareText(String(key), from) >= 0 && compareText(String(key), to) < 0),
	);
}

/** What the index can tell of the names from where the page begins to the last that it may have, if that is known. */
function spanOf({ request, cursor }: Searching, last?: Row): Within {
	const descends = isDescending(request);
	const [begin, end] = [cursor ? letterOf(cursor.key) : undefined, last && letterOf(String(last.sort_key))];
	const [from, to] = descends ? [end, begin] : [begin, end];
	// Those without a name pass, who come last.
	const but = [...(from === undefined ? [] : letterTerms(0, from - 1)), ...(to === undefined ? [] : letterTerms(to + 1))];
	const letters = letterTerms(from ?? 0, to);
	return end === undefined || (request.country === null && but.length < letters.length) ? { but } : { letters };
}
