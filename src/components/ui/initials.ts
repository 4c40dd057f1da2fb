/**
 * What stands for somebody in a small circle: the first letters of the first and the last word of a name in a script that has capitals,
 * in others, where letters join or a word is a letter, the first alone.
 *
 * @returns one or two letters as readers count them; `''` where there is none
 */
export function initials(text: string): string {
	const words = text.split(/\s+/).flatMap((word) => firstLetter(word) ?? []);
	const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
	const capitals = ends.map((letter) => letter.toUpperCase());
	return (capitals.every((letter) => /^\p{Lu}/u.test(letter)) ? capitals : capitals.slice(0, 1)).join('');
}

let segmenter: Intl.Segmenter | undefined;

/** With the signs that belong to it, as Hindi writes its vowels. */
function firstLetter(word: string): string | undefined {
	const from = word.search(/\p{L}/u);
	if (from < 0) return undefined;
	// Most letters stand alone, and a list asks for hundreds.
	if (/^[ -~]{2}/.test(`${word.slice(from)} `)) return word[from];
	segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
	const [first] = segmenter.segment(word.slice(from));
	return first?.segment;
}
