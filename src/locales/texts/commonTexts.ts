/** Words that several components say. */
export interface CommonTexts {
	/** The button that gives up a form, an export, or the naming or deleting of a view. */
	cancel: string;
	/** The button that takes away a dialog or a notice; in place of `cancel` on a form that can only be read. */
	close: string;
	/** The button that tries again what failed. */
	retry: string;
	/** The button of a customer's page that opens the form. */
	edit: string;
	/** What a copy button says, seen and heard, once its text is on the clipboard. */
	copied: string;
	/** What is heard while something is on its way; on screen there is a skeleton. */
	loading: string;
	/** In place of a value that the customer does not have. */
	none: string;
	/** In place of the date of creation where the backend does not know it. */
	unknown: string;
	/** Not said by the kit itself: for a host's button that empties a field. */
	clear: string;
	/** After the label of a field that may stay empty. */
	optional: string;
	/** Under what failed, to quote to support. `{id}`: the `X-Request-Id`. */
	requestId: string;
}
