// Makes a version of the change files and publishes it: `npm run release`, with `-- --dry` to see what would be published.
// Everything that a change must pass is run before; with provenance as soon as package.json names the public repository it would speak of.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dry = process.argv.includes('--dry');
const run = (command, ...args) => execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
const said = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: 'utf8' }).trim();

function stop(why) {
	console.error(why);
	process.exit(1);
}

const changes = readdirSync(`${root}.changeset`).filter((file) => file.endsWith('.md') && file !== 'README.md');
if (said('git', 'status', '--porcelain') !== '') stop('There are changes that are not committed.');
if (changes.length === 0 && !dry) stop('There is no change file, so there is nothing to release. `npm run change` writes one.');

run('npm', 'ci');
run('npm', 'audit', '--omit=dev');
if (!dry) {
	const textOf = (file) => readFileSync(`${root}.changeset/${file}`, 'utf8').split('---\n').slice(2).join('---\n').trim();
	const lines = changes.map((file) => `- ${textOf(file).replaceAll(/\n(?=.)/g, '\n  ')}`);
	run('npx', '--yes', '@changesets/cli@2.29.8', 'version');
	const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
	const log = readFileSync(`${root}CHANGELOG.md`, 'utf8').replace(
		'## Unreleased\n',
		() => `## Unreleased\n\n## ${version}\n\n${lines.join('\n')}\n`,
	);
	writeFileSync(`${root}CHANGELOG.md`, log);
	run('npm', 'install', '--package-lock-only');
}
run('npm', 'test');
run('npm', 'run', 'test:package');

const { version, repository } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
// Provenance says which public repository a package was made of, so there has to be one, and its own runner to speak for it.
const provenance = repository !== undefined && process.env.CI !== undefined ? ['--provenance'] : [];
if (provenance.length === 0) console.warn('Without provenance: package.json names no repository, or this is no CI.');
if (!dry) {
	run('git', 'commit', '--all', '--message', `Release ${version}`);
	run('git', 'tag', '--annotate', `v${version}`, '--message', `Release ${version}`);
}
run('npm', 'publish', '--access', 'public', ...provenance, ...(dry ? ['--dry-run'] : []));
if (!dry) console.log(`Published ${version}. Push it: git push --follow-tags`);
