// What the site's search finds besides names: the headings of its guide, and words for what stands below them. Storybook reads them in a
// page's own file, and these show documents of the repository.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchWords } from './searchWords.mjs';
import { root } from './sources.mjs';

const folder = 'stories/pages';
const block = /<Found\b.*<\/Found>/s;

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
			const texts = documents.map((document) => generated[document] ?? readFileSync(join(root, document), 'utf8'));
			const own = headingsOf(page.replace(block, ''));
			const headings = texts.flatMap((text) => headingsOf(text)).filter((heading) => !own.includes(heading));
			const words = documents.flatMap((document, at) => wordsOf(document, headingsOf(texts[at] ?? '', 1)));
			const found = [foundAt('', headings), ...words.map(({ heading, words }) => foundAt(` of="${slug(heading)}"`, words))].join('\n\n');
			return [[`${folder}/${file}`, page.replace(block, () => found)]];
		}),
	);
}

/** @param {string} place @param {readonly string[]} headings */
function foundAt(place, headings) {
	return [`<Found${place}>`, '', ...headings.flatMap((heading) => [`## ${heading}`, '']), '</Found>'].join('\n');
}

/**
 * @param {string} document
 * @param {readonly string[]} headings those it has
 */
function wordsOf(document, headings) {
	return Object.entries(searchWords[document] ?? {}).map(([heading, words]) => {
		if (!headings.includes(heading)) throw new Error(`generate/searchWords.mjs: ${document} has no heading "${heading}"`);
		return { heading, words };
	});
}

/** The address of a heading on its page. @param {string} heading */
function slug(heading) {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');
}

/** As plain text, each once: a second of a name has another address. @param {string} text @param {number} [from] without the title */
function headingsOf(text, from = 2) {
	const lines = text.replace(/^```.*?^```$/gms, '').split('\n');
	const headings = lines
		.filter((line) => /^#{1,4} /.test(line) && line.indexOf(' ') >= from)
		.map((line) => line.replace(/^#+ /, '').replaceAll('`', ''));
	return [...new Set(headings)];
}
