// Latin letters that Unicode does not take apart into a letter and an accent.
const letters: Record<string, string> = { đ: 'd', ð: 'd', ı: 'i', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss' };

/** The name of a place as it is compared: case, accents, punctuation and spaces do not matter. */
export function foldName(text: string): string {
	return (
		text
			.normalize('NFKD')
			.toLowerCase()
			// Arabic is mostly written without hamza above or below, vowel signs and stretched letters.
			.replace(/[\u0300-\u036F\u0640\u064B-\u0655]|\p{Cf}/gu, '')
			.normalize('NFC')
			.replace(/[đðıłøæœß]/g, (letter) => letters[letter]!)
			.replace(/&/g, ' and ')
			.replace(/['’ʼ.]/g, '')
			.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
			.trim()
	);
}
