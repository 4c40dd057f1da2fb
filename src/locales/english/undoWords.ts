import type { Locale, LocalePart } from '../locale';
import { common, errors, language } from './ui/commonWords';

export const undo: Locale['undo'] = {
	label: 'Undo the last change',
	saved: 'Changes to {name} saved.',
	undo: 'Undo',
	undone: 'The change was undone.',
	failed: 'The change could not be undone.',
};

/** The words of undoing, in English. */
export const undoWords: LocalePart<'common' | 'errors' | 'undo'> = { ...language, common, errors, undo };
