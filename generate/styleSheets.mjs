// Which of src/styles/*.css draw a component: those that draw a slot of it, or of what it imports, also of what is loaded later.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { readSource, root } from './sources.mjs';

/** In the order in which they are imported: what one says of a part of another's comes after it. */
export const sheets = [...readFileSync(join(root, 'src/styles.css'), 'utf8').matchAll(/styles\/(\w+)\.css/g)].map(
	([, sheet = '']) => sheet,
);

/** A sheet with what it imports, without comments. @param {string} file @returns {string} */
export function readSheet(file) {
	const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
	return text.replace(/@import "(.+?)";/g, (_, imported) => readSheet(join(dirname(file), imported)));
}

/** The parts that a sheet draws for themselves, whatever is around them and whatever state they are in: each is at home there. */
const homes = sheets.map((sheet) => {
	const lists = readSheet(join(root, `src/styles/${sheet}.css`)).matchAll(/([^{};]+)\{/g);
	const subjects = [...lists].flatMap(([, list = '']) => list.split(',').map((selector) => selector.trim()));
	return new Set(subjects.flatMap((selector) => selector.match(/^\.(pc-[\w-]+)$/)?.[1] ?? []));
});

/** @param {string} component its file @returns {string[]} */
export function sheetsOf(component) {
	const slots = [...reached(component)].flatMap((file) =>
		[...readSource(file).text.matchAll(/['"](pc-[\w-]+)['"]/g)].map(([, slot]) => slot),
	);
	return sheets.filter((sheet, at) => sheet === 'base' || slots.some((slot) => homes[at]?.has(slot ?? '')));
}

/** A file and what it imports of the components, at once or later. @param {string} file @returns {Set<string>} */
function reached(file, known = new Set()) {
	if (known.has(file)) return known;
	known.add(file);
	for (const [, from = ''] of readSource(file).text.matchAll(/(?:from |import\()'(\.[^']+)'/g)) {
		const path = posix.join(posix.dirname(file), from);
		const found = [`${path}.tsx`, `${path}.ts`].find((each) => each.startsWith('src/components/') && existsSync(join(root, each)));
		if (found) reached(found, known);
	}
	return known;
}
