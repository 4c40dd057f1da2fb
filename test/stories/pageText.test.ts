import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { pageText } from '../../stories/pages/pageText';

const root = resolve(import.meta.dirname, '../..');
const documents = [
	'README.md',
	'CHANGELOG.md',
	...readdirSync(join(root, 'docs')).flatMap((file) => (file.endsWith('.md') ? `docs/${file}` : [])),
];
const codeOf = (text: string) => text.match(/^```.*?^```$/gms) ?? [];

it.each(documents)('shows the code of %s as it is written', (file) => {
	const text = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
	expect(codeOf(pageText(text))).toEqual(codeOf(text));
});

it('leads to the pages that the files are, by words with code in them too, and leaves code alone', () => {
	expect(
		pageText('See [the `rows`](docs/props.md#usecustomertable), [here](#below), [out](https://a.example) and [ours](ARCHITECTURE.md).'),
	).toBe('See [the `rows`](?path=/docs/guide-props--docs#usecustomertable), [here](#below), [out](https://a.example) and ours.');
	expect(pageText('Call `router[method](props.md)`.')).toBe('Call `router[method](props.md)`.');
});

it('emphasises no part of a name', () => {
	expect(pageText('With pg_trgm or `pg_trgm`, and _really_.')).toBe('With pg\\_trgm or `pg_trgm`, and _really_.');
});

it('shows what stands below a heading, up to another, or a whole one rank lower', () => {
	const text = '# A\n\none\n\n## B\n\ntwo\n\n```sh\n# no heading\n```\n\n## C\n\nthree';
	expect(pageText(text, { below: 'B' })).toBe('\ntwo\n\n```sh\n# no heading\n```\n');
	expect(pageText(text, { until: 'B' })).toBe('# A\n\none\n\n');
	expect(pageText(text, { deeper: true })).toBe('## A\n\none\n\n### B\n\ntwo\n\n```sh\n# no heading\n```\n\n### C\n\nthree');
	expect(() => pageText(text, { below: 'D' })).toThrow('There is no "D" to show.');
});
