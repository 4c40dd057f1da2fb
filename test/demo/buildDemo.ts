import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seeded, startDemo } from './demoServer';

/** Builds the demo as `npm start` does, and starts it once on an empty folder, whose copies its tests begin with. */
export async function setup(): Promise<void> {
	const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
	for (const target of [[], ['--ssr']])
		execFileSync(process.execPath, [vite, 'build', '--config', 'demo/vite.config.ts', ...target], {
			cwd: fileURLToPath(new URL('../..', import.meta.url)),
			// Vitest's own NODE_ENV would build the pages for development.
			env: { ...process.env, NODE_ENV: 'production' },
			stdio: ['ignore', 'ignore', 'inherit'],
		});
	rmSync(seeded, { recursive: true, force: true });
	const demo = await startDemo({ DEMO_DATA: seeded });
	await demo.stop();
}
