import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** `npm run release` in a repository of its own, with a remote beside it, and with an npm and an npx that only note what they are asked. */
let outside: string;
let folder: string;
beforeEach(() => {
	outside = mkdtempSync(join(tmpdir(), 'proyecta-customers-release-'));
	folder = join(outside, 'repository');
	for (const part of ['repository/generate', 'repository/.changeset', 'bin']) mkdirSync(join(outside, part), { recursive: true });
	cpSync(resolve(import.meta.dirname, '../generate/release.mjs'), join(folder, 'generate/release.mjs'));
	write('package.json', JSON.stringify({ name: 'a-kit', version: '0.1.0' }));
	write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\nThe first version.\n');
	write('README.md', readme);
	write('.changeset/config.json', '{ "baseBranch": "main" }');
	write('.changeset/README.md', 'Change files');
	tool(
		'npm',
		`const { cpSync } = require('node:fs');
		if (words[0] === 'publish') cpSync('README.md', '${join(outside, 'published.md')}');
		if (words[0] === 'view') process.exit(1);`,
	);
	// As changesets does: the next version, and the files are gone.
	tool(
		'npx',
		`const { readdirSync, rmSync, writeFileSync } = require('node:fs');
		for (const file of readdirSync('.changeset')) if (/^[a-z].*[.]md$/.test(file)) rmSync('.changeset/' + file);
		writeFileSync('package.json', JSON.stringify({ name: 'a-kit', version: '0.2.0' }));`,
	);
	execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', join(outside, 'remote.git')]);
	git('init', '--quiet', '--initial-branch=main');
	git('remote', 'add', 'origin', join(outside, 'remote.git'));
	commit('First');
	git('push', '--quiet', '--set-upstream', 'origin', 'main');
});
const readme = '![A page](docs/page.png) [keys](docs/keys.md#all) [below](#below) [standard](https://example.com/)\n';
afterEach(() => rmSync(outside, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const git = (...args: string[]) =>
	execFileSync('git', ['-c', 'user.name=Zara', '-c', 'user.email=zara@example.com', ...args], { cwd: folder, encoding: 'utf8' }).trim();
function commit(message: string): void {
	git('add', '--all');
	git('commit', '--quiet', '--message', message);
}

/** A command that notes its words, and ends badly where they are those of `FAILS`. */
function tool(name: string, does: string): void {
	const file = join(outside, 'bin', name);
	writeFileSync(
		file,
		`#!${process.execPath}
		const words = process.argv.slice(2);
		const said = ['${name}', ...words].join(' ');
		require('node:fs').appendFileSync('${join(outside, 'calls')}', said + '\\n');
		if (process.env.FAILS && said.startsWith(process.env.FAILS)) process.exit(1);
		${does}`,
	);
	chmodSync(file, 0o755);
}

function release({ dry = false, fails = '' } = {}): { status: number | null; told: string; calls: string } {
	rmSync(join(outside, 'calls'), { force: true });
	const who = { name: 'Zara', email: 'zara@example.com' };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['generate/release.mjs', ...(dry ? ['--dry'] : [])], {
		cwd: folder,
		encoding: 'utf8',
		env: {
			PATH: `${join(outside, 'bin')}:${process.env.PATH}`,
			FAILS: fails,
			...{ GIT_AUTHOR_NAME: who.name, GIT_AUTHOR_EMAIL: who.email, GIT_COMMITTER_NAME: who.name, GIT_COMMITTER_EMAIL: who.email },
		},
	});
	const calls = readdirSync(outside).includes('calls') ? readFileSync(join(outside, 'calls'), 'utf8') : '';
	return { status, told: stdout + stderr, calls };
}

const change = (text = 'Search finds more.') => {
	write('.changeset/quick-cats.md', `---\n'a-kit': minor\n---\n\n${text}\n`);
	commit('Change');
};
const tags = () => git('tag', '--list');
const dirt = () => git('status', '--porcelain');

describe('a release', () => {
	it('makes the version that package.json names first, and then of the change files, each with a tag and its part of the changelog', () => {
		expect(release()).toMatchObject({ status: 0, told: expect.stringContaining('Published v0.1.0') });
		expect(read('CHANGELOG.md')).toBe('# Changelog\n\n## Unreleased\n\n## 0.1.0\n\nThe first version.\n');
		change('Costs $& less.');
		const { status, calls } = release();
		expect(status).toBe(0);
		expect(calls.split('\n').filter((call) => /test|publish/.test(call))).toEqual([
			'npm test',
			'npm run test:package',
			'npm publish --access public',
		]);
		expect(read('CHANGELOG.md')).toBe('# Changelog\n\n## Unreleased\n\n## 0.2.0\n\n- Costs $& less.\n\n## 0.1.0\n\nThe first version.\n');
		expect(tags()).toBe('v0.1.0\nv0.2.0');
		expect(git('log', '-1', '--format=%s')).toBe('Release 0.2.0');
		expect(dirt()).toBe('');
	});

	it('names the pictures and pages of the README by where the package can be read, and by nothing else once there is a repository', () => {
		const published = () => readFileSync(join(outside, 'published.md'), 'utf8');
		expect(release().status).toBe(0);
		const place = 'https://unpkg.com/a-kit@0.1.0';
		expect(published()).toBe(
			`![A page](${place}/docs/page.png) [keys](${place}/docs/keys.md#all) [below](#below) [standard](https://example.com/)\n`,
		);
		expect([read('README.md'), dirt()]).toEqual([readme, '']);
		write('package.json', JSON.stringify({ name: 'a-kit', version: '0.3.0', repository: 'https://example.com/a-kit' }));
		commit('Name the repository');
		expect(release().status).toBe(0);
		expect(published()).toBe(readme);
	});

	it('shows all of it when it is dry, from any branch, and leaves nothing behind', () => {
		git('checkout', '--quiet', '-b', 'other');
		change();
		const { status, told, calls } = release({ dry: true });
		expect(status).toBe(0);
		expect(told).toContain('+## 0.2.0');
		expect(calls).toContain('npm publish --access public --dry-run');
		expect([tags(), dirt(), read('package.json')]).toEqual(['', '', JSON.stringify({ name: 'a-kit', version: '0.1.0' })]);
		expect(release({ dry: true, fails: 'npm publish' }).status).toBe(1);
		expect(dirt()).toBe('');
	});

	it('is refused with nothing to release, of what is not committed, on another branch, and behind the remote', () => {
		release();
		tool('npm', "if (words[0] === 'view') console.log('0.1.0');");
		expect(release()).toMatchObject({ status: 1, told: expect.stringContaining('no change file') });
		change();
		write('new.txt', '');
		expect(release()).toMatchObject({ status: 1, told: expect.stringContaining('not committed') });
		rmSync(join(folder, 'new.txt'));
		git('checkout', '--quiet', '-b', 'other');
		expect(release()).toMatchObject({ status: 1, told: expect.stringContaining('another branch') });
		git('checkout', '--quiet', 'main');
		git('push', '--quiet');
		git('reset', '--quiet', '--keep', 'HEAD~1');
		write('.changeset/slow-dogs.md', "---\n'a-kit': patch\n---\n\nMore.\n");
		commit('Another');
		expect(release()).toMatchObject({ status: 1, told: expect.stringContaining('git pull') });
		expect(tags()).toBe('v0.1.0');
	});

	it.each(['npm test', 'npx', 'npm install'])('leaves nothing behind where `%s` fails', (fails) => {
		change();
		expect(release({ fails })).toMatchObject({ status: 1, told: expect.stringContaining('nothing is left behind') });
		expect([tags(), dirt(), git('log', '-1', '--format=%s')]).toEqual(['', '', 'Change']);
	});

	it('that was not taken by the registry is published by another try', () => {
		change();
		expect(release({ fails: 'npm publish' })).toMatchObject({
			status: 1,
			told: expect.stringContaining('v0.2.0 is committed and tagged here'),
		});
		expect(dirt()).toBe('');
		const { status, calls } = release();
		expect(status).toBe(0);
		expect(calls).not.toContain('npx');
		expect(tags()).toBe('v0.2.0');
	});
});
