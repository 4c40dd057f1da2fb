/**
 * How countries write the digits after their calling code, by the sizes of the groups. What is not here is written in threes and fours.
 * From the examples of mobile numbers that libphonenumber has; a test compares.
 */
const written: Record<string, string> = {
	'234': '24 27 36 60 64 66 93 94 231 233 242 249 251 258 263 264 353 355 380 385 593 966 971 972 992',
	'2222': '45 47 222 223 226 227 228 235 236 241 253 257 378 689 975',
	'233': '12 216 267 359 371 382 383 386 387 389 598 855 961',
	'3222': '32 34 213 224 262 265 590 594 596 995',
	'2322': '41 46 221 375 994 998',
	'12222': '33 212 237 377',
	'222': '299 298 508 681 687',
	'36': '43 254 256 595',
	'37': '57 58 92 977',
	'27': '218 260 358 381',
	'26': '232 357 374 993',
	'46': '44 880',
	'144': '56 962',
	'244': '81 82',
	'17': '53 252',
	'3322': '7 90',
	'134': '95 599',
	'35': '370 965',
	'55': '91',
	'254': '55',
	'1244': '54',
	'47': '49',
	'28': '20',
	'18': '31',
};

/** Of one digit or two; all others have three. */
const shortCodes = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

const usual: Record<number, string> = { 7: '34', 8: '44', 9: '333', 10: '334', 11: '344' };

let byCode: Map<string, string> | undefined;

/**
 * A stored number in groups that people read: as its country writes mobile numbers. Needs no metadata, which weighs fifty times as much,
 * and is no proof of anything; `Phones.format` knows the landlines, too.
 *
 * @param e164 for instance `+919876543210`; what is no E.164 comes back as it is
 * @example
 * groupPhone('+919876543210'); // '+91 98765 43210'
 */
export function groupPhone(e164: string): string {
	if (!/^\+\d{7,15}$/.test(e164)) return e164;
	byCode ??= new Map(Object.entries(written).flatMap(([groups, codes]) => codes.split(' ').map((code) => [code, groups])));
	const code = shortCodes.exec(e164.slice(1))?.[0] ?? e164.slice(1, 4);
	const digits = e164.slice(code.length + 1);
	const own = byCode.get(code);
	const fits = own && [...own].reduce((sum, size) => sum + Number(size), 0) === digits.length;
	let read = `+${code}`;
	let from = 0;
	for (const size of (fits ? own : usual[digits.length]) ?? '33333') {
		const group = digits.slice(from, from + Number(size));
		if (group) read += ` ${group}`;
		from += Number(size);
	}
	return read;
}
