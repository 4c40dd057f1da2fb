// Makes a version of the change files and publishes it: `npm run release`. With `-- --dry` it shows what would be published, and leaves nothing behind.
// Everything that a change must pass is run before; with provenance as soon as package.json names the public repository it would speak of.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dry = process.argv.includes('--dry');
const shell = (command) => process.platform === 'win32' && command !== 'git';
const run = (command, ...args) => execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: shell(command) });
const said = (command, ...args) =>
	execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], shell: shell(command) }).trim();
const read = (file) => readFileSync(`${root}${file}`, 'utf8');
const manifest = () => JSON.parse(read('package.json'));

function stop(why) {
	console.error(why);
	process.exit(1);
}

/** What a command says, or nothing where it fails. */
function saidOrNot(command, ...args) {
	try {
		return said(command, ...args);
	} catch {
		return '';
	}
}

const isTagged = (version) => said('git', 'tag', '--list', `v${version}`) !== '';

/** What is left to be done: `version` and publish, `publish` what an earlier run has versioned, or nothing. */
function findTask(changes) {
	const { name, version } = manifest();
	if (said('git', 'status', '--porcelain') !== '') stop('There are changes that are not committed.');
	const { baseBranch } = JSON.parse(read('.changeset/config.json'));
	if (!dry && said('git', 'branch', '--show-current') !== baseBranch)
		stop(`A version is made on ${baseBranch}, and this is another branch.`);
	if (!dry && saidOrNot('git', 'rev-parse', '--abbrev-ref', '@{upstream}') !== '') {
		run('git', 'fetch', '--quiet', '--tags');
		if (said('git', 'rev-list', '--count', 'HEAD..@{upstream}') !== '0') stop(`${baseBranch} has commits that are not here: git pull`);
	}
	// The version that package.json names from the beginning is made without a change file.
	if (changes.length > 0 || !isTagged(version)) return 'version';
	const isHere = said('git', 'tag', '--points-at', 'HEAD').split('\n').includes(`v${version}`);
	if (isHere && saidOrNot('npm', 'view', `${name}@${version}`, 'version') !== version) return 'publish';
	return stop('There is no change file, so there is nothing to release. `npm run change` writes one.');
}

/** Writes the version and its part of the changelog, and commits both with a tag. Where that fails, all is as it was. */
function makeVersion(changes) {
	try {
		const textOf = (file) => read(`.changeset/${file}`).split('---\n').slice(2).join('---\n').trim();
		const lines = changes.map((file) => `- ${textOf(file).replaceAll(/\n(?=.)/g, '\n  ')}\n`);
		if (changes.length > 0) run('npx', '--yes', '@changesets/cli@2.29.8', 'version');
		const { version } = manifest();
		if (isTagged(version)) throw new Error(`There is a v${version} already.`);
		const head = ['## Unreleased\n', `## ${version}\n`, ...(lines.length > 0 ? [lines.join('')] : [])].join('\n');
		writeFileSync(
			`${root}CHANGELOG.md`,
			read('CHANGELOG.md').replace('## Unreleased\n', () => head),
		);
		run('npm', 'install', '--package-lock-only', '--ignore-scripts');
		if (dry) return run('git', '--no-pager', 'diff', '--unified=1', '--', 'package.json', 'CHANGELOG.md');
		run('git', 'commit', '--quiet', '--all', '--message', `Release ${version}`);
		run('git', 'tag', '--annotate', `v${version}`, '--message', `Release ${version}`);
	} catch (error) {
		restore();
		throw error;
	}
}

/** Nothing was changed before this began, so that nobody's work is lost. */
const restore = () => run('git', 'restore', '--staged', '--worktree', '.');

const leftBy = (tag) =>
	`${tag} is committed and tagged here, and not published. Run this again, or take it back: git tag --delete ${tag} && git reset --keep HEAD~1`;

function publish() {
	// Provenance says which public repository a package was made of, so there has to be one, and its own runner to speak for it.
	const provenance = manifest().repository !== undefined && process.env.CI !== undefined ? ['--provenance'] : [];
	if (provenance.length === 0) console.warn('Without provenance: package.json names no repository, or this is no CI.');
	const readme = read('README.md');
	writeFileSync(`${root}README.md`, withAddresses(readme));
	try {
		run('npm', 'publish', '--access', 'public', ...provenance, ...(dry ? ['--dry-run'] : []));
	} finally {
		writeFileSync(`${root}README.md`, readme);
	}
}

/** Where no repository is named, the package's page finds the README's pictures and pages nowhere: there they stand by where the package can be read. */
function withAddresses(readme) {
	const { name, version, repository } = manifest();
	return repository ? readme : readme.replaceAll(/(?<=\]\()(?!https?:|#)/g, `https://unpkg.com/${name}@${version}/`);
}

/** What stands on its own once it is committed and tagged. */
let made = '';
let task;
try {
	const changes = readdirSync(`${root}.changeset`).filter((file) => file.endsWith('.md') && file !== 'README.md');
	task = findTask(changes);
	if (task === 'publish') made = `v${manifest().version}`;
	run('npm', 'ci');
	run('npm', 'audit', '--omit=dev');
	run('npm', 'test');
	run('npm', 'run', 'test:package');
	if (task === 'version') makeVersion(changes);
	if (!dry) made = `v${manifest().version}`;
	publish();
	if (!dry) console.log(`Published ${made}. Push it: git push --follow-tags`);
} catch (error) {
	console.error(error.message);
	console.error(made ? leftBy(made) : 'Nothing was published, and nothing is left behind.');
	process.exitCode = 1;
} finally {
	if (dry && task === 'version') restore();
}
