import type { CityLabel, PostalCodeLabel, StateLabel } from '../../domain/addressLayout';

/** What the form says, in a dialog and out of it. */
export interface FormTexts {
	/** The dialog's title where the form creates. */
	createTitle: string;
	/** The dialog's title where the form edits. */
	editTitle: string;
	/** The button that creates, unless `submitLabel` says another. */
	create: string;
	/** The button that saves an edit, unless `submitLabel` says another. */
	save: string;
	/** Heard while saving is under way. */
	saving: string;
	/** The button that tries again, after too many requests. `{seconds}`: how long it waits, counting down. */
	retryIn: string;
	/** Above a form that the backend or the grant lets nobody save. */
	readOnly: string;
	/** Under the email of a new customer that somebody has already. `{name}`: that customer's name, email or id. */
	taken: string;
	/** An edit was saved. */
	saved: string;
	/** A new customer was saved. */
	created: string;
	/** Nothing was saved, since a customer with that email was there. */
	existing: string;
	/** The link to that customer, beside `taken` and `existing`. */
	openExisting: string;
	/** The title above what is wrong without a field of its own on screen; each sentence follows. */
	summary: string;
	/** An edit that changes nothing was submitted. */
	noChanges: string;
	/** The title where someone else saved the customer meanwhile. */
	conflictTitle: string;
	/** What to do then, under it. */
	conflictHint: string;
	/** Before a value that the reader typed. */
	mine: string;
	/** Before the value that someone else saved. */
	theirs: string;
	/** The button that saves what was chosen of both. */
	saveMerged: string;
	/** The button that gives up one's own values. */
	takeTheirs: string;
	/** Under an empty phone field. */
	phoneHint: string;
	/** Under a valid number. `{phone}`: its international form. */
	phoneStored: string;
	/** Names the list of countries of a phone field, and its button where the number has no country. */
	phoneCountry: string;
	/** Names the button where it has one. `{country}`: name and calling code. */
	phoneCountryIs: string;
	/** Under the number, where the phone metadata could not be loaded. */
	phoneUnchecked: string;
	/** The button under a wrong number that puts another in its place. `{phone}`: the one that may be meant. */
	phoneSuggestion: string;
	/** In place of the list of countries, where it could not be loaded. */
	countriesFailed: string;
	/** Names the box that searches the list of countries. */
	searchCountry: string;
	/** No country matches what was searched for. */
	noCountry: string;
	/** The choice of an address's country that is none. */
	chooseCountry: string;
	/** The choice of a state that is none. */
	chooseState: string;
	/** The same while the list of states is on its way. */
	loadingStates: string;
	/**
	 * A hint that never keeps anybody from saving. `{postal_code}`: what the country calls its codes; `{code}`: the one that was typed;
	 * `{state}`: the state chosen.
	 */
	stateMismatch: string;
	/** The button beside the heading of the address that takes it away. */
	removeAddress: string;
	/** Under the heading of the address. */
	addressHint: string;
	/** The same where `addressValidation` is `partial`. */
	addressHintPartial: string;
}

/** What is asked before typing is lost. */
export interface DialogTexts {
	/** The question. */
	discardTitle: string;
	/** What would be lost. */
	discardHint: string;
	/** The button that loses it. */
	discard: string;
	/** The button that goes back to the form. */
	keepEditing: string;
}

/** Labels of an address's fields, as its country calls them. */
export interface AddressTexts {
	/** Street and number, or what the country writes first. */
	line1: string;
	/** Flat, building, dependent locality. */
	line2: string;
	/** The country. */
	country: string;
	/** By `addressRule(country).labels.city`. */
	city: Record<CityLabel, string>;
	/** By `addressRule(country).labels.state`. */
	state: Record<StateLabel, string>;
	/** By `addressRule(country).labels.postal_code`. */
	postal_code: Record<PostalCodeLabel, string>;
}
