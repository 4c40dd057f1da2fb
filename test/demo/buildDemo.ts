import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the demo as `npm start` does, once for all of its tests. */
export function setup(): void {
	const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
	for (const target of [[], ['--ssr']])
		execFileSync(process.execPath, [vite, 'build', '--config', 'demo/vite.config.ts', ...target], {
			cwd: fileURLToPath(new URL('../..', import.meta.url)),
			// Vitest's own NODE_ENV would build the pages for development.
			env: { ...process.env, NODE_ENV: 'production' },
			stdio: ['ignore', 'ignore', 'inherit'],
		});
}
