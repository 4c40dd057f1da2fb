import type { LocalePart } from '../../locale';
import { failed } from '../table/tableWords';
import { common, language } from '../ui/commonWords';

export const picker = {
	label: 'Customer',
	placeholder: 'Choose a customer',
	clear: 'Clear the choice',
	chosen: '{name} is chosen.',
	cleared: 'Nobody is chosen.',
	chosenFailed: 'The chosen customer could not be loaded.',
};

/** The words of a field that a customer is chosen in, in English, as it shows them at first. */
export const pickerWords: LocalePart<'common'> & { menus: { failed: string }; picker: typeof picker } = {
	...language,
	common,
	menus: { failed },
	picker,
};
