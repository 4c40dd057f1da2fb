const scripts = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Waits for the fonts that the page needs. */
export async function fontsLoaded(): Promise<void> {
	// They are asked for where text is laid out.
	document.body.getBoundingClientRect();
	await document.fonts.ready;
}

/** Letters on the page that are drawn as boxes, or by whatever font there happens to be. */
export function withoutFont(): string[] {
	const there = [...document.fonts].filter(({ status }) => status === 'loaded').flatMap(({ unicodeRange }) => rangesOf(unicodeRange));
	// The lists of selects are drawn when they open.
	const drawn = [...document.body.querySelectorAll<HTMLElement>('*:not(option, optgroup, script, style)')].flatMap((element) =>
		[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && element.checkVisibility()),
	);
	const letters = new Set(drawn.flatMap(({ textContent }) => textContent!.match(scripts) ?? []));
	return [...letters].filter((letter) => !there.some(([from, to]) => letter.codePointAt(0)! >= from && letter.codePointAt(0)! <= to));
}

function rangesOf(unicodeRange: string): [from: number, to: number][] {
	return unicodeRange.split(',').map((range) => {
		const [from = '', to = from] = range.trim().slice(2).split('-');
		return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
	});
}
