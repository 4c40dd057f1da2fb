import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** Builds a script of the tests for a process of its own: Node 20 runs no TypeScript. Resolves to its file, and to what takes it away. */
export async function buildScript(script: string): Promise<{ file: string; remove: () => Promise<void> }> {
	const folder = await mkdtemp(join(root, 'node_modules', '.script-'));
	const remove = () => rm(folder, { recursive: true, force: true });
	try {
		await build({
			root,
			configFile: false,
			logLevel: 'error',
			ssr: { noExternal: true, external: ['pg', '@electric-sql/pglite'] },
			build: { ssr: script, outDir: folder, target: 'node20' },
		});
	} catch (error) {
		await remove();
		throw error;
	}
	return { file: join(folder, basename(script).replace(/\.ts$/, '.js')), remove };
}
