import { importsFor } from '../../generate/docsExamples.mjs';
import type { Declaration } from '../../generate/publicApi.mjs';

/**
 * The TypeScript of a page as files that a compiler can check. In a block, a comment after an empty line begins another file: the same
 * thing for another framework, or what stands elsewhere.
 */
export function pageFiles(api: readonly Declaration[], name: string, page: string): { name: string; text: string }[] {
	const blocks = [...page.matchAll(/^```tsx?\n([\s\S]*?)^```$/gm)].map(({ 1: code = '', index }) => ({
		code,
		line: page.slice(0, index).split('\n').length,
	}));
	return blocks.flatMap(({ code, line }) =>
		code.split(/\n\n(?=\/\/ )/).map((text, at) => ({
			name: `${name}.line${line}${at ? `.${at}` : ''}.tsx`,
			text: [...importsFor(api, [], text), moduleOf(text), ''].join('\n'),
		})),
	);
}

/** Statements as they stand in a component or a handler, with elements below each other; a module as it is. */
function moduleOf(text: string): string {
	if (/^export /m.test(text)) return text;
	const lines = text.split('\n');
	const isImport = (line: string) => line.startsWith('import ');
	const statements = lines.filter((line) => !isImport(line)).join('\n');
	// Elements begin a line, and go on while lines do so, are indented, or end a tag.
	const body = statements.replace(/^[<{](?:.*\n?)(?:(?:[<{ \t]|\/?>).*\n?)*/gm, (elements) => `void (<>${elements}</>);\n`);
	return [...lines.filter(isImport), 'export async function example() {', body, '}'].join('\n');
}
