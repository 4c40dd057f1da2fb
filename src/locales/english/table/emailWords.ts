import type { SomeWords } from '../../locale';

/** The words of the filter by email, in English. Apart from the rest because they are loaded later. */
export const emailWords = { code: 'en', dir: 'ltr', table: { filterEmail: 'Email is exactly' } } satisfies SomeWords;
