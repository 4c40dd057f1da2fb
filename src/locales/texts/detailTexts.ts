/** What a customer on a page of its own says. */
export interface DetailTexts {
	/** The heading where the customer has neither name nor email, or is on its way. */
	title: string;
	/** The title where nobody has that id. */
	notFound: string;
	/** What may be the reason, under `notFound`. */
	notFoundHint: string;
	/** The title where the grant does not let one see the customer. */
	forbidden: string;
	/** The link above the customer, back to `CustomerBrowser`'s list. */
	backToList: string;
	/** In place of an address where there is none, and none can be added. */
	noAddress: string;
	/** Names the button that copies the id. */
	copyId: string;
	/** Names the button that copies the email. */
	copyEmail: string;
	/** Names the button that copies the phone number. */
	copyPhone: string;
	/** Names the button that copies the address, line by line. */
	copyAddress: string;
	/** The button in place of a phone number where there is none and one can be added. */
	addPhone: string;
	/** The button in place of an address where there is none and one can be added. */
	addAddress: string;
	/** Beside a copy button, seen and heard, where the browser refuses: its text is selected then, for the keys or the menu that copy. */
	copySelected: string;
	/** The title where loading failed; the error's own sentence stands under it. */
	failed: string;
	/** The title above values that are shown still, where loading them anew failed. */
	outdated: string;
}
