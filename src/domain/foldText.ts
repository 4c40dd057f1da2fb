import { asciiDigits } from './asciiDigits';

// Apostrophes in all their shapes, also accents that stand alone and are typed for one, and the dots within a word (col·legi, 约翰·史密斯).
const apostrophes =
	/['`\u00B4\u00B7\u02B9\u02BB-\u02BF\u02C8\u02CA\u02CB\u0384\u055A\u05F3\u07F4\u07F5\u1FBD\u1FBF\u1FFE\u2018\u2019\u201B\u2027\u2032\u2035\u275B\u275C\uA78B\uA78C\uFF07\uFF40]/g;
const doubleQuotes = /[\u05F4\u201C-\u201F\uFF02]/g;
// Accents, niqqud and harakat; not the vowel signs of India and South East Asia, which are letters, and not the voicing of kana, but the
// dot of borrowed sounds (nukta), which many leave out. Then tatweel, and what nobody sees.
const marks =
	/(?![\u3099\u309A])\p{sc=Zinh}|(?=\p{M})[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Copt}]|[\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0CBC\u0640\u07FA]|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;
// Letters that Unicode does not take apart, or tells apart where people do not.
const letters: Readonly<Record<string, string>> = {
	ß: 'ss',
	ς: 'σ',
	đ: 'd',
	ð: 'd',
	ɖ: 'd',
	ɗ: 'd',
	ħ: 'h',
	ɨ: 'i',
	ƙ: 'k',
	ł: 'l',
	ŋ: 'n',
	ø: 'o',
	ɔ: 'o',
	ɛ: 'e',
	ŧ: 't',
	þ: 'th',
	ɓ: 'b',
	ƴ: 'y',
	æ: 'ae',
	œ: 'oe',
	ґ: 'г',
	ٱ: 'ا',
	ى: 'ي',
	ی: 'ي',
	ے: 'ي',
	ک: 'ك',
	ڪ: 'ك',
	ة: 'ه',
	ہ: 'ه',
	ھ: 'ه',
	ە: 'ه',
};
const anyLetter = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');
// Spaces, dashes, controls, and what stands between the parts of a name ("Rao, Asha", ジョン・スミス).
const separators = /[\s\p{Z}\p{Cc}\p{Pd}\u2212\u2043\u02D7\u2800\u1361,\u060C\u3001\u30FB]+/u;
const asciiSeparators = /[\s\p{Cc},-]+/u;
const spaceless =
	'\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}';
const scriptChange = new RegExp(
	`(?<=[${spaceless}])(?=(?![${spaceless}])[\\p{L}\\p{N}])|(?<=(?![${spaceless}])[\\p{L}\\p{N}])(?=[${spaceless}])`,
	'u',
);
const beginsSpaceless = new RegExp(`^[${spaceless}]`, 'u');
const endsSpaceless = new RegExp(`[${spaceless}]$`, 'u');
const ascii = /^\p{ASCII}*$/u;

/** Whether words of this one's script are written without spaces, so that every character may begin one. */
export function isSpaceless(word: string): boolean {
	return beginsSpaceless.test(word);
}

/** The folded words of a text, in their order. A text of separators alone is kept as it is, so that it can be found. */
export function foldWords(text: string): string[] {
	if (text === '') return [];
	const words = ascii.test(text)
		? text.toLowerCase().replace(/['`]/g, '').split(asciiSeparators)
		: foldLetters(text)
				.split(separators)
				.flatMap((word) => word.split(scriptChange));
	const seen = words.filter((word) => word !== '');
	return seen.length > 0
		? seen
		: text
				.normalize('NFKC')
				.toLowerCase()
				.split(/[\s\p{Cc}]+/u)
				.filter((word) => word !== '');
}

function foldLetters(text: string): string {
	const plain = text
		// An accent that stands alone has several spellings, some with a space in them by NFKD.
		.normalize('NFD')
		.replace(apostrophes, '')
		.replace(doubleQuotes, '"')
		// By themselves these would be taken apart into a space and a mark.
		.replace(/\u309B/g, '\u3099')
		.replace(/\u309C/g, '\u309A')
		.normalize('NFKD')
		// The iota below a Greek letter is written beside it in capitals.
		.replace(/\u0345/g, 'ι')
		.replace(marks, '')
		.replace(apostrophes, '');
	// To upper case first: only so do letters fall together that have one capital (ſ, ı, ϐ).
	return asciiDigits(plain.toUpperCase().toLowerCase())
		.replace(anyLetter, (letter) => letters[letter]!)
		.normalize('NFC');
}

/**
 * Text as searches and sorts compare it, whatever its case, accents, apostrophes, dashes, spaces or Unicode spelling: one fold for every
 * backend, so that all find and sort alike.
 *
 * @returns the folded words with a space between them, none where their scripts have none; to be stored beside the original or made when
 * comparing
 * @example
 * foldText('Łukasz  O’Brien') === foldText("lukasz o'brien");
 */
export function foldText(text: string): string {
	let folded = '';
	for (const word of foldWords(text)) {
		const joins = folded === '' || (endsSpaceless.test(folded) && isSpaceless(word));
		folded += joins ? word : ` ${word}`;
	}
	return folded;
}
