import { billing } from './english/billing/billingWords';
import { browser, detail } from './english/detail/detailWords';
import { address, dialog, form, issues } from './english/form/formWords';
import { liveWords } from './english/liveWords';
import { matches } from './english/picker/matchWords';
import { picker } from './english/picker/pickerWords';
import { countWords } from './english/table/countWords';
import { emailWords } from './english/table/emailWords';
import { filterWords } from './english/table/filterWords';
import { layoutWords } from './english/table/layoutWords';
import { selectionWords } from './english/table/selectionWords';
import { states } from './english/table/stateWords';
import { fields, menus, table } from './english/table/tableWords';
import { viewWords } from './english/table/viewWords';
import { exports } from './english/transfer/exportWords';
import { imports } from './english/transfer/importWords';
import { common, errors } from './english/ui/commonWords';
import { undo } from './english/undoWords';
import type { Locale } from './locale';

/** English. Its words lie in portions, as components show them, so that a table carries no words of a form: see `useWords`. */
export const en: Locale = {
	code: 'en',
	dir: 'ltr',
	fields,
	common,
	table: { ...table, ...states, ...emailWords.table, ...countWords.table, ...filterWords.table, ...selectionWords.table },
	selection: selectionWords.selection,
	menus: { ...menus, ...viewWords.menus },
	layout: layoutWords.layout,
	views: viewWords.views,
	form,
	picker: { ...picker, ...matches },
	undo,
	dialog,
	live: liveWords.live,
	detail,
	browser,
	billing,
	exports,
	imports,
	errors,
	issues,
	address,
};
