// What Storybook's pages say of the kit, read from its sources whenever Storybook is built: see stories/virtual.d.ts.
import { storyNameFromExport, toId } from 'storybook/internal/csf';
import { componentArgTypes } from './argTypes.mjs';
import { publicApi } from './publicApi.mjs';
import { shownStories } from './storyCode.mjs';

const modules = /** @type {Record<string, () => unknown>} */ ({
	'virtual:arg-types': () => componentArgTypes(publicApi()),
	'virtual:story-code': storyCode,
});

/** What the components and hooks stand below, beside the guide. */
export const componentsTitle = 'Components';

/** The code of each story by its id. */
function storyCode() {
	return Object.fromEntries(
		shownStories().map(({ title, name, code }) => [toId(`${componentsTitle}/${title}`, storyNameFromExport(name)), code ?? '']),
	);
}

/** @returns {import('vite').Plugin} */
export function siteModules() {
	return {
		name: 'site-modules',
		resolveId: (id) => (id in modules ? `\0${id}` : undefined),
		load(id) {
			const read = id.startsWith('\0') && modules[id.slice(1)];
			return read ? `export const told = ${JSON.stringify(read())};` : undefined;
		},
	};
}
