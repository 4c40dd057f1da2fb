import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, it } from 'vitest';

interface Page {
	eval(code: string): unknown;
	close(): void;
}
const { JSDOM }: { JSDOM: new (html: string, options: object) => { window: Page } } = createRequire(import.meta.url)('jsdom');

it('keeps the whole contract in a bare jsdom, as Jest has it', async () => {
	const bundle = await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			minify: false,
			lib: { entry: fileURLToPath(new URL('page.ts', import.meta.url)), formats: ['iife'], name: 'page' },
			rolldownOptions: { output: { codeSplitting: false } },
		},
	});
	const [{ output }] = bundle as unknown as [{ output: { code: string }[] }];
	const { window } = new JSDOM('', { runScripts: 'outside-only', url: 'http://shop.test/' });
	window.eval(output[0]!.code);
	expect(window.eval('[typeof crypto.subtle, typeof structuredClone].join()')).toBe('undefined,undefined');
	expect(await window.eval('brokenPromises()')).toEqual([]);
	window.close();
});
