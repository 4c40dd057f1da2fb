import type { SomeWords } from '../../locale';

/** The words of the menu of saved views, in English. Apart from the rest because they are loaded later. */
export const viewWords = {
	code: 'en',
	dir: 'ltr',
	common: { cancel: 'Cancel' },
	menus: { edited: 'changed' },
	views: {
		all: 'All customers',
		update: 'Save changes',
		saveAs: 'Save as new view',
		name: 'Name of the view',
		save: 'Save',
		rename: 'Rename {name}',
		remove: 'Delete {name}',
		removeQuestion: 'Delete “{name}”?',
		confirmRemove: 'Delete',
	},
} satisfies SomeWords;
