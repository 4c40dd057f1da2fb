/** How a file's characters are stored, by the names of the Encoding Standard: those that spreadsheets write. */
export const textEncodings = [
	'utf-8',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'windows-1250',
	'windows-1251',
	'windows-1253',
	'windows-1254',
	'windows-1255',
	'windows-1256',
	'windows-874',
	'windows-1258',
	'macintosh',
	'shift_jis',
	'euc-kr',
	'gbk',
	'big5',
] as const;

/** One of {@link textEncodings}. */
export type TextEncoding = (typeof textEncodings)[number];

/** What a spreadsheet writes where it does not write Unicode, by the language of its user; the Encoding Standard's own list for browsers. */
const usual: Readonly<Record<string, TextEncoding>> = {
	ar: 'windows-1256',
	bg: 'windows-1251',
	cs: 'windows-1250',
	el: 'windows-1253',
	fa: 'windows-1256',
	he: 'windows-1255',
	hr: 'windows-1250',
	hu: 'windows-1250',
	ja: 'shift_jis',
	ko: 'euc-kr',
	mk: 'windows-1251',
	pl: 'windows-1250',
	ru: 'windows-1251',
	sk: 'windows-1250',
	sl: 'windows-1250',
	sr: 'windows-1251',
	th: 'windows-874',
	tr: 'windows-1254',
	uk: 'windows-1251',
	vi: 'windows-1258',
	zh: 'gbk',
};

/** The text of a file and how it was stored; `null` where it is no text. */
export type DecodedText = { text: string; encoding: TextEncoding } | null;

/**
 * Reads a file's bytes as text. Unicode is known by its byte order mark, or by being valid; what is neither was written in the older
 * encoding of its country, which nobody can tell for sure: the usual one of the reader's language is taken.
 *
 * @param bytes all of the file
 * @param locale BCP 47, of the reader
 * @param chosen what the reader says it is. @default found out
 * @returns the text without its byte order mark, or `null` for a picture, an archive and their kin
 */
export function decodeText(bytes: Uint8Array, locale: string, chosen?: TextEncoding): DecodedText {
	const encoding = chosen ?? unicodeOf(bytes) ?? (locale.toLowerCase().startsWith('zh-hant') ? 'big5' : usual[locale.split('-')[0]!]);
	const text = new TextDecoder(encoding ?? 'windows-1252').decode(bytes);
	return isText(text) || chosen ? { text, encoding: encoding ?? 'windows-1252' } : null;
}

function unicodeOf(bytes: Uint8Array): TextEncoding | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		if (!bytes.includes(0)) return 'utf-8';
	} catch {
		// An older encoding, UTF-16 or no text.
	}
	// Half the bytes of UTF-16 are zeros where delimiters, digits and line ends stand.
	const zeros = [0, 0];
	bytes.subarray(0, 4096).forEach((byte, at) => {
		if (byte === 0) zeros[at % 2]!++;
	});
	const [first, second] = zeros as [number, number];
	if (second > 8 * first) return 'utf-16le';
	return first > 8 * second ? 'utf-16be' : undefined;
}

/** Whether no character is one that texts do not have. Ctrl-Z ends old files. */
function isText(text: string): boolean {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
	return !/[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/.test(text.slice(0, 100_000));
}
