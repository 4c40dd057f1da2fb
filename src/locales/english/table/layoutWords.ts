import type { LocalePart } from '../../locale';

/** The words of the menu of columns, in English. Apart from the rest because they are loaded later. */
export const layoutWords: LocalePart<'layout'> = {
	code: 'en',
	dir: 'ltr',
	layout: {
		columns: 'Columns',
		moveUp: 'Move {column} up',
		moveDown: 'Move {column} down',
		moved: '{column} is now {place} of {count}',
		density: 'Row height',
		comfortable: 'Comfortable',
		compact: 'Compact',
		reset: 'Reset',
	},
};
