import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import registry from '../registry.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');

describe('the package', () => {
	const shell = process.platform === 'win32';
	const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8', shell });
	const packed: string[] = JSON.parse(told)[0].files.map(({ path }: { path: string }) => path);
	/** Contributors have the repository; what hosts read is whole in the package. */
	const ours = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'bench/README.md', 'docs/mutation.md'];
	const pages = packed.filter((file) => /\.(md|txt)$/.test(file) && !file.startsWith('dist/') && !ours.includes(file));

	it.each(['README.md', 'llms.txt', 'docs/agents.md', 'SECURITY.md', 'registry.json', 'docs/customers.png'])('holds %s', (file) => {
		expect(packed).toContain(file);
	});

	it.each(pages)('holds each page and picture that %s leads to', (page) => {
		const links = [
			...textOf(page)
				.replace(/^```[\s\S]*?^```/gm, '')
				.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g),
		];
		const targets = links.map(([, path = '']) => normalize(join(dirname(page), path)).replaceAll('\\', '/'));
		expect(targets.filter((target) => !packed.includes(target))).toEqual([]);
	});
});

describe('the registry', () => {
	it.each(registry.items)('has $name as it was built of its files', ({ name, files }) => {
		const built = JSON.parse(textOf(`registry/${name}.json`));
		expect(built.files.map(({ content }: { content: string }) => content)).toEqual(files.map(({ path }) => textOf(path)));
	});

	it('has all of its files in an item', () => {
		const named = registry.items.flatMap(({ files }) => files.map(({ path }) => path));
		const there = readdirSync(join(root, 'registry')).filter((file) => file.endsWith('.tsx'));
		expect(there.map((file) => `registry/${file}`).sort()).toEqual(named.sort());
		expect(existsSync(join(root, 'registry/registry.json'))).toBe(true);
	});
});
