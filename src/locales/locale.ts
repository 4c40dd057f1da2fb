import type { CustomerErrorCode } from '../contract/errors';
import type { Field } from '../domain/customer';
import type { IssueCode } from '../domain/issue';
import type { BillingTexts } from './texts/billingTexts';
import type { CommonTexts } from './texts/commonTexts';
import type { DetailTexts } from './texts/detailTexts';
import type { ExportTexts } from './texts/exportTexts';
import type { AddressTexts, DialogTexts, FormTexts } from './texts/formTexts';
import type { ImportTexts } from './texts/importTexts';
import type { LiveTexts } from './texts/liveTexts';
import type { PickerTexts } from './texts/pickerTexts';
import type { LayoutTexts, MenuTexts, SelectionTexts, TableTexts, ViewTexts } from './texts/tableTexts';
import type { UndoTexts } from './texts/undoTexts';

export type { Plural } from './texts/plural';

/** Every text that users see, in one language. A `{name}` in a text is a placeholder, which translations keep. */
export interface Locale {
	/** BCP 47, for instance `hi` or `pt-BR`: `Intl` formats dates, numbers and country names with it. The provider takes `pt_BR`, too. */
	code: string;
	/** In which direction the language is written; the components turn with it. */
	dir: 'ltr' | 'rtl';
	/** Names of a customer's fields. */
	fields: Record<Field | 'country', string>;
	/** Words that several components say. */
	common: CommonTexts;
	/** The table, its toolbar, filters and pager. */
	table: TableTexts;
	/** The bar above a table that is `selectable`. */
	selection: SelectionTexts;
	/** The buttons of menus. */
	menus: MenuTexts;
	/** The menu of columns. */
	layout: LayoutTexts;
	/** The menu of saved views. */
	views: ViewTexts;
	/** The form, in a dialog and out of it. */
	form: FormTexts;
	/** A field that a customer is chosen in. */
	picker: PickerTexts;
	/** The notice of a saved edit. */
	undo: UndoTexts;
	/** What is asked before typing is lost. */
	dialog: DialogTexts;
	/** What others do meanwhile. */
	live: LiveTexts;
	/** A customer on a page of its own. */
	detail: DetailTexts;
	/** The page around list and customer. */
	browser: {
		/** The heading above the list. */
		title: string;
		/** The link beside the export, to the import. */
		import: string;
	};
	/** What a customer pays for, and paying for it. */
	billing: BillingTexts;
	/** An export, from the panel to its end. */
	exports: ExportTexts;
	/** An import, from the file to its end. */
	imports: ImportTexts;
	/** What to tell the user when a call failed, by the error's code. */
	errors: Record<CustomerErrorCode, string>;
	/** What is wrong with a value. `{field}` is the field's label; codes bring `{max}`, `{example}` and `{country}`. */
	issues: Record<IssueCode, string>;
	/** Labels of an address's fields. */
	address: AddressTexts;
}

/** A language with the words of some sections only. */
export type LocalePart<Section extends keyof Locale> = Pick<Locale, 'code' | 'dir' | Section>;

/** A language with some of its words. */
export type SomeWords = { [Section in keyof Locale]?: Partial<Locale[Section]> };
