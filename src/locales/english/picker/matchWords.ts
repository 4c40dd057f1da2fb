import type { Locale, LocalePart } from '../../locale';
import { common, language } from '../ui/commonWords';

export const matches = {
	list: 'Customers',
	found: { one: '{count} customer found', other: '{count} customers found' },
	more: 'The first {count} customers. More come further down.',
	none: 'No customer found',
	empty: 'There is nobody to choose yet.',
	tooShort: 'Type at least {min} characters.',
	wholeEmail: 'Type the whole email.',
	failed: 'The customers could not be loaded.',
	create: 'New customer',
} satisfies Partial<Locale['picker']>;

/** The words of the list that is chosen from. */
export type MatchWords = LocalePart<'common'> & { picker: typeof matches };

// English. See `useWords`.
export const matchWords: MatchWords = { ...language, common, picker: matches };
