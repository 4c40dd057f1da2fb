import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { regions } from '../../generate/addresses.overlay.mjs';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const gzipped = (path: string) => gzipSync(readFileSync(file(path)), { level: 9 }).length;

describe('the generated address data', () => {
	it('is what the generator would write today', () => {
		expect(() => execFileSync(process.execPath, [file('generate/addresses.mjs'), '--check'], { stdio: 'pipe' })).not.toThrow();
	});

	it('is corrected where the source has something: a spelling of a state among the regions would be lost', () => {
		const keys = Object.values(regions).flatMap((region) => Object.keys(region));
		expect(keys.filter((key) => !/^[a-z_]+$/.test(key))).toEqual([]);
	});

	it('is small: rules are loaded at once, subdivisions when first needed', () => {
		const rules = ['addressLayouts', 'postalRules'].map((name) => gzipped(`src/domain/${name}.generated.ts`));
		expect(rules[0]! + rules[1]!).toBeLessThanOrEqual(5 * 1024);
		expect(gzipped('src/domain/subdivisions.generated.ts')).toBeLessThanOrEqual(22 * 1024);
	});
});
