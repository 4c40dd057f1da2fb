import type { Plural } from './plural';

/** What a field says that a customer is chosen in. */
export interface PickerTexts {
	/** Its label, unless the host gives one. */
	label: string;
	/** In the empty input. */
	placeholder: string;
	/** The button that takes the choice back. */
	clear: string;
	/** Heard once somebody was chosen. `{name}`: the name, email or id. */
	chosen: string;
	/** Heard once the choice was taken back. */
	cleared: string;
	/** The title where who is chosen could not be loaded; the error's own sentence stands under it. */
	chosenFailed: string;
	/** Names the list to those who hear it. */
	list: string;
	/** How many were found, all of whom are in the list. `{count}`. */
	found: Plural;
	/** How many are in the list so far; more come further down. `{count}`. */
	more: string;
	/** Where nobody matches what was typed. */
	none: string;
	/** Where there is nobody at all. */
	empty: string;
	/** Where the text is too short for the backend. `{min}`: how many characters it takes. */
	tooShort: string;
	/** Where the backend finds whole emails alone. */
	wholeEmail: string;
	/** The title where the list, or more of it, could not be loaded; the error's own sentence stands under it. */
	failed: string;
	/** The choice that makes a new customer. */
	create: string;
}
