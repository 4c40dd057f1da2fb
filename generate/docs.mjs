// Writes docs/*.md from the sources.
//
//   node generate/docs.mjs           writes them
//
// test/docs.test.ts fails while they are not what would be written.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsPages } from './docsPages.mjs';
import { root } from './sources.mjs';

for (const [file, text] of Object.entries(docsPages())) writeFileSync(join(root, file), text);
