import { common, errors } from './english/commonWords';
import { countWords } from './english/countWords';
import { datesWords } from './english/datesWords';
import { browser, detail } from './english/detailWords';
import { exports } from './english/exportWords';
import { address, dialog, form, issues } from './english/formWords';
import { imports } from './english/importWords';
import { layoutWords } from './english/layoutWords';
import { selectionWords } from './english/selectionWords';
import { fields, menus, table } from './english/tableWords';
import { undo } from './english/undoWords';
import { viewWords } from './english/viewWords';
import type { Locale } from './locale';

/** English. Its words lie in portions, as components show them, so that a table carries no words of a form: see `useWords`. */
export const en: Locale = {
	code: 'en',
	dir: 'ltr',
	fields,
	common,
	table: { ...table, ...countWords.table, ...datesWords.table, ...selectionWords.table },
	selection: selectionWords.selection,
	menus,
	layout: layoutWords.layout,
	views: viewWords.views,
	form,
	undo,
	dialog,
	detail,
	browser,
	exports,
	imports,
	errors,
	issues,
	address,
};
