// What the site's search finds besides names: the headings of its guide. Storybook reads them in a page's own file, and these show documents
// of the repository.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.mjs';

const folder = 'stories/pages';
const block = /<Found>.*<\/Found>/s;

/**
 * @param {Record<string, string>} generated documents that are not read from where they are
 * @returns {Record<string, string>} each page of the guide that shows a document, by its file
 */
export function sitePages(generated) {
	const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.mdx'));
	return Object.fromEntries(
		files.flatMap((file) => {
			const page = readFileSync(join(root, folder, file), 'utf8');
			const documents = [...page.matchAll(/^import \w+ from '\.\.\/\.\.\/(docs\/[\w-]+\.md)\?raw';$/gm)].map(([, document]) => document);
			if (documents.length === 0) return [];
			const own = headingsOf(page.replace(block, ''));
			const headings = documents
				.flatMap((document) => headingsOf(generated[document] ?? readFileSync(join(root, document), 'utf8')))
				.filter((heading) => !own.includes(heading));
			const found = ['<Found>', '', ...headings.flatMap((heading) => [`## ${heading}`, '']), '</Found>'].join('\n');
			return [[`${folder}/${file}`, page.replace(block, () => found)]];
		}),
	);
}

/** Below the title, as plain text, each once: a second of a name has another address. */
function headingsOf(text) {
	const lines = text.replace(/^```.*?^```$/gms, '').split('\n');
	const headings = lines.filter((line) => /^#{2,4} /.test(line)).map((line) => line.replace(/^#+ /, '').replaceAll('`', ''));
	return [...new Set(headings)];
}
