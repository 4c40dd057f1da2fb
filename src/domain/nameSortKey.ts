import { foldText } from './foldText';

/** Code points of the folded name and of the name that sort: a database's index has room for no more. */
const longest = 200;

/**
 * What names are sorted by: the folded name, then the name itself. Compare it with {@link compareText}, or as bytes of UTF-8.
 *
 * @returns the key; `''` for no name, to be put last
 * @example
 * ['Zoë', 'Ärla', 'Ada'].sort((a, b) => compareText(nameSortKey(a), nameSortKey(b))); // Ada, Ärla, Zoë
 */
export function nameSortKey(name: string | null): string {
	return name ? `${cut(foldText(name))}\u0001${cut(name)}` : '';
}

function cut(text: string): string {
	return text.length > longest ? [...text].slice(0, longest).join('') : text;
}
