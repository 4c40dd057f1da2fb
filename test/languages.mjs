// Looks at every state in each language that `npm run test:looks` leaves out: `npm run test:languages`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import process from 'node:process';
import manifest from '../package.json' with { type: 'json' };

const looked = new Set(manifest.scripts['test:looks'].split(' '));
const languages = readdirSync(new URL('../src/locales', import.meta.url)).flatMap((file) => /^([a-z]{2,3})\.ts$/.exec(file)?.[1] ?? []);
const projects = languages.map((language) => `looks-${language}`).filter((project) => !looked.has(project));
const flags = projects.flatMap((project) => ['--project', project]);
const { status } = spawnSync('npx', ['vitest', 'run', ...flags, ...process.argv.slice(2)], {
	stdio: 'inherit',
	shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
