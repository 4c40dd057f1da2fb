import type { LocalePart } from '../../locale';
import { menus } from '../table/tableWords';
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
export const pickerWords: LocalePart<'common' | 'menus'> & { picker: typeof picker } = { ...language, common, menus, picker };
