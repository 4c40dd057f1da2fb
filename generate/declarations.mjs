// Writes dist/**/*.d.ts. TypeScript keeps the sources' specifiers, which have no extension;
// hosts that resolve as Node does need one, so they are completed here.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });

const specifier = /(\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)(['"])(\.{1,2}(?:\/[^'"]*)?)\2/g;
const dist = join(root, 'dist');
for (const name of readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.d.ts'))) {
	const file = join(dist, name);
	const completed = readFileSync(file, 'utf8').replace(specifier, (whole, before, quote, path) => {
		if (path.endsWith('.js')) return whole;
		if (existsSync(`${resolve(dirname(file), path)}.d.ts`)) return `${before}${quote}${path}.js${quote}`;
		throw new Error(`${name} imports ${path}, which is no file: name the type that TypeScript had to infer there, or correct the import.`);
	});
	writeFileSync(file, completed);
}

// TypeScript 6 asks what an import of a stylesheet is; what it gives, if anything, is the host's bundler's to say.
writeFileSync(join(dist, 'sheet.d.ts'), 'declare const sheet: any;\nexport default sheet;\n');
