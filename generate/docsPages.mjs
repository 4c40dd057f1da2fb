import { errorsPage } from './docsErrors.mjs';
import { propsPage } from './docsProps.mjs';
import { stylingPage } from './docsStyling.mjs';
import { publicApi } from './publicApi.mjs';
import { sitePages } from './siteHeadings.mjs';

/** @returns {Record<string, string>} each page by its file */
export function docsPages(api = publicApi()) {
	const documents = { 'docs/errors.md': errorsPage(api), 'docs/props.md': propsPage(api), 'docs/styling.md': stylingPage() };
	return { ...documents, ...sitePages(documents) };
}
