import type { Row, Run } from './database';
import { gather, type Searching, walk } from './gather';
import { compareNames, isDescending } from './orders';
import { beginningOf, letterOf, letterTerms, type Within } from './terms';

/** Rows of names that begin as a search does that are looked at: most of them are found. */
const namesake = 600;
/** Finds that may be fetched and sorted, at first and then. */
const most = [800, 2500];

/**
 * The page by name of those whose name begins as the search does, side by side in their order, and of others that it finds. Where these
 * are many, the last name of a page of some is one that the page does not go beyond, so only first letters up to its own are looked at;
 * `null` where that does not help.
 */
export async function gatherByName(run: Run, searching: Searching, signal?: AbortSignal): Promise<readonly Row[] | null> {
	const { request, cursor } = searching;
	const wanted = request.limit + 1;
	// Those without a name come first then, and have no letter.
	if (cursor ? cursor.key === '' : request.direction === 'backward') return null;
	const { found, but } = await findNamesakes(run, searching, wanted, signal);
	const pageOf = (...rows: (readonly Row[])[]) => rows.flat().sort(compareNames(request)).slice(0, wanted);
	let last: Row | undefined;
	for (const tries of [...most, undefined]) {
		const span = spanOf(searching, last);
		const gathering = { wanted, indexed: true, most: tries, some: span.some, but: [...but, ...(span.but ?? [])] };
		const { rows, isAll } = await gather(run, searching, gathering, signal);
		const page = pageOf(found, rows);
		// Somebody may have been renamed meanwhile.
		if (isAll) return page.length === wanted || !last ? page : null;
		const next = page.length === wanted ? page.at(-1) : undefined;
		last = pageOf([last, next].filter((row) => row !== undefined))[0];
		if (!last || last.sort_key === '') return null;
	}
	return null;
}

/** Those found among the names that begin as the first word does, and their term; none where they are not all seen, or not the first. */
async function findNamesakes(
	run: Run,
	searching: Searching,
	wanted: number,
	signal?: AbortSignal,
): Promise<{ found: Row[]; but: string[] }> {
	const names = beginningOf(searching.search.terms.words[0] ?? '');
	if (!names) return { found: [], but: [] };
	const { found, last } = await walk(run, searching, { bound: namesake, wanted, names }, signal);
	return found.length < wanted && last ? { found: [], but: [] } : { found, but: [names.term] };
}

/** What the index can tell of the names from where the page begins to the last that it may have, if that is known. */
function spanOf({ request, cursor }: Searching, last?: Row): Omit<Within, 'country'> {
	const descends = isDescending(request);
	const [begin, end] = [cursor ? letterOf(cursor.key) : undefined, last && letterOf(String(last.sort_key))];
	const [from, to] = descends ? [end, begin] : [begin, end];
	// Those without a name pass, who come last.
	const but = [...(from === undefined ? [] : letterTerms(0, from - 1)), ...(to === undefined ? [] : letterTerms(to + 1))];
	const some = letterTerms(from ?? 0, to);
	return end === undefined || but.length < some.length ? { but } : { some };
}
