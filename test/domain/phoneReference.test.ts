import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhones } from '../../src/domain/phone';
import type { Phones } from '../../src/domain/phones';
import { googleAccepts, googleExamples } from './googlePhones';

let phones: Phones;
beforeAll(async () => {
	phones = await loadPhones();
});

const accepts = (e164: string) => {
	const result = phones.parse(e164);
	return result.ok && result.e164 === e164;
};

/** Too short, too long, and with every other beginning: an example's neighbours, most of which no plan has. */
function neighbours(e164: string, callingCode: string): string[] {
	const national = e164.slice(1 + callingCode.length);
	const digits = [...'0123456789'];
	return [
		...[1, 2, 3].map((count) => national.slice(0, -count)),
		...['0', '5', '00', '12', '123'].map((more) => national + more),
		...digits.flatMap((digit) => [digit + national, digit + national.slice(1)]),
		...digits.flatMap((digit) => [national[0] + digit + national.slice(2), national.slice(0, 2) + digit + national.slice(3)]),
		...digits.flatMap((first) => digits.map((second) => first + second + national.slice(2))),
	]
		.filter((text) => text.length >= 3)
		.map((text) => `+${callingCode}${text}`);
}

describe('beside Google’s own numbering plans', () => {
	it('at least 99.5 % of the example numbers of every region are accepted, as they are', () => {
		const refused = googleExamples.filter(({ e164 }) => !accepts(e164));
		expect(googleExamples.length).toBeGreaterThan(1000);
		expect(new Set(googleExamples.map(({ region }) => region)).size).toBeGreaterThanOrEqual(245);
		expect(refused.length / googleExamples.length, JSON.stringify(refused)).toBeLessThanOrEqual(0.005);
	});

	it('at most 0.5 % of invalid numbers are accepted, and at most 0.5 % of valid ones refused', () => {
		const numbers = new Set(googleExamples.flatMap(({ e164, region }) => neighbours(e164, phones.callingCode(region)!)));
		const valid = new Set([...numbers].filter(googleAccepts));
		const invalid = [...numbers].filter((number) => !valid.has(number));
		expect(invalid.length).toBeGreaterThan(50_000);
		expect(valid.size).toBeGreaterThan(20_000);
		const wronglyAccepted = invalid.filter((number) => phones.parse(number).ok);
		const wronglyRefused = [...valid].filter((number) => !phones.parse(number).ok);
		expect(wronglyAccepted.length / invalid.length, wronglyAccepted.join()).toBeLessThanOrEqual(0.005);
		expect(wronglyRefused.length / valid.size, wronglyRefused.join()).toBeLessThanOrEqual(0.005);
	});
});
