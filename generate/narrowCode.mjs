// Code as it is read on a page beside its contents: in lines that need no scrolling there.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const widestLine = 88;

/** Each text in lines of so many characters, where they can be broken. @param {string[]} texts modules in TSX */
export function narrowed(texts) {
	const folder = mkdtempSync(join(tmpdir(), 'proyecta-customers-code-'));
	const files = texts.map((_, at) => join(folder, `${at}.tsx`));
	try {
		for (const [at, file] of files.entries()) writeFileSync(file, texts[at] ?? '');
		const style = [`--line-width=${widestLine}`, '--indent-style=space', '--javascript-formatter-quote-style=single'];
		// From there: the repository's own settings, and what its git leaves alone, are not for it.
		execFileSync(resolve('node_modules/.bin/biome'), ['format', '--write', ...style, '.'], { cwd: folder, stdio: 'pipe' });
		return files.map((file) => readFileSync(file, 'utf8'));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
