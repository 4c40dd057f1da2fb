import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

it('the numbering plans and their parser wait for the first focus and are at most 56.5 KB compressed', async () => {
	const input = fileURLToPath(new URL('../../src/domain/phone.ts', import.meta.url));
	const built = (await build({
		configFile: false,
		logLevel: 'error',
		build: { write: false, minify: true, target: 'es2022', rolldownOptions: { input, preserveEntrySignatures: 'strict' } },
	})) as Rolldown.RolldownOutput;
	const chunks = built.output.filter((part) => part.type === 'chunk');
	const size = (some: typeof chunks) => some.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
	expect(size(chunks.filter(({ isDynamicEntry }) => isDynamicEntry))).toBeGreaterThan(30_000);
	expect(size(chunks.filter(({ isEntry }) => !isEntry))).toBeLessThanOrEqual(56_500);
	expect(size(chunks.filter(({ isEntry }) => isEntry))).toBeLessThanOrEqual(1_500);
});
