import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const MB = 1024 * 1024;

it('exports 100,000 customers in the memory of a page of them', async () => {
	const folder = await mkdtemp(join(root, 'node_modules', '.export-memory-'));
	try {
		// Node 20 runs no TypeScript: the script is built first.
		await build({
			root,
			configFile: false,
			logLevel: 'error',
			ssr: { noExternal: true },
			build: { ssr: 'test/http/server/exportMemory.ts', outDir: folder, target: 'node20' },
		});
		const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', join(folder, 'exportMemory.js')]);
		const taken = JSON.parse(stdout);
		expect(taken.lines).toBe(100_000);
		expect(taken.bytes).toBeGreaterThan(10 * MB);
		expect(taken.peak).toBeLessThan(64 * MB);
		expect(taken.rss).toBeLessThan(64 * MB);
		// Of the 14 MB that went through, nothing stays.
		expect(taken.kept).toBeLessThan(8 * MB);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}, 180_000);
