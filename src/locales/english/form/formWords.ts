import type { Locale, LocalePart } from '../../locale';
import { failed, fields } from '../table/tableWords';
import { addAddress, common, errors, language } from '../ui/commonWords';

export const form: Locale['form'] = {
	createTitle: 'New customer',
	editTitle: 'Edit customer',
	create: 'Create customer',
	save: 'Save changes',
	saving: 'Saving…',
	retryIn: 'Try again in {seconds} s',
	readOnly: 'You can see this customer but not change it.',
	taken: '{name} is already a customer with this email.',
	saved: 'Saved.',
	created: 'Customer created.',
	existing: 'A customer with this email already exists. Nothing was changed.',
	openExisting: 'Open that customer',
	summary: 'Please check the following:',
	noChanges: 'Nothing was changed.',
	conflictTitle: 'Someone else changed this customer meanwhile',
	conflictHint: 'Choose what to keep for each field. Nothing you typed is lost.',
	mine: 'Yours',
	theirs: 'Theirs',
	saveMerged: 'Save this version',
	takeTheirs: 'Discard mine',
	phoneHint: 'Any format. Start with + for another country.',
	phoneStored: 'Saved as {phone}',
	phoneCountry: 'Country of the phone number',
	phoneCountryIs: 'Country of the phone number: {country}',
	phoneUnchecked: 'The number could not be checked here. It will be checked when you save.',
	phoneSuggestion: 'Did you mean {phone}?',
	countriesFailed: 'The countries could not be loaded. Start the number with + and the country code.',
	searchCountry: 'Search countries',
	noCountry: 'No country found',
	chooseCountry: 'Choose a country',
	chooseState: 'Choose',
	loadingStates: 'Loading the list…',
	stateMismatch: '{postal_code} {code} is usually not in {state}.',
	removeAddress: 'Remove address',
	addressHint: 'An address is optional. Once you start one, the fields its country needs are required.',
	addressHintPartial: 'An address is optional. Fill in as much of it as you know.',
};

export const dialog: Locale['dialog'] = {
	discardTitle: 'Discard unsaved changes?',
	discardHint: 'What you typed has not been saved.',
	discard: 'Discard changes',
	keepEditing: 'Keep editing',
};

export const issues: Locale['issues'] = {
	required: '{field} is required.',
	invalid_type: '{field} has a value that cannot be stored.',
	unknown_field: 'There is a field that is not known here.',
	empty: '{field} cannot be empty.',
	too_long: '{field} can have at most {max} characters.',
	invalid_characters: '{field} contains characters that are not allowed.',
	not_visible: '{field} needs at least one visible character.',
	invalid_email: 'Enter an email address like name@example.com.',
	invalid_phone: 'This is not a valid phone number.',
	phone_not_international: 'Start the number with + and the country code.',
	phone_extension: 'An extension cannot be stored. Enter the number without it.',
	phone_too_short: 'This phone number is too short.',
	phone_too_long: 'This phone number is too long.',
	invalid_country: 'Choose a country from the list.',
	invalid_state: '{field} does not belong to {country}.',
	invalid_postal_code: '{field} is not valid for {country}. Example: {example}',
	invalid_id: 'This ID is not valid.',
	email_exists: 'Another customer already uses this email.',
};

export const address: Locale['address'] = {
	line1: 'Address line 1',
	line2: 'Address line 2',
	country: 'Country or region',
	city: { city: 'City', district: 'District', post_town: 'Town or city', suburb: 'Suburb' },
	state: {
		area: 'Area',
		county: 'County',
		department: 'Department',
		district: 'District',
		do_si: 'Province or city',
		emirate: 'Emirate',
		island: 'Island',
		oblast: 'Oblast',
		parish: 'Parish',
		prefecture: 'Prefecture',
		province: 'Province',
		region: 'Region',
		state: 'State',
	},
	postal_code: { postal_code: 'Postal code', zip: 'ZIP code', pin: 'PIN code', eircode: 'Eircode' },
};

/** The words of forms, in English. */
export const formWords: LocalePart<'fields' | 'common' | 'errors' | 'issues' | 'address' | 'form' | 'dialog'> & {
	menus: { failed: string };
	detail: { addAddress: string };
} = {
	...language,
	fields,
	common,
	errors,
	issues,
	address,
	form,
	dialog,
	menus: { failed },
	detail: { addAddress },
};
