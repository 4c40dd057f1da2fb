import type { LocalePart } from '../../locale';
import { common } from '../table/tableWords';

/** What is said in place of what threw, in English. */
export const brokenWords: LocalePart<never> & { common: Pick<typeof common, 'retry'>; errors: { internal_error: string } } = {
	code: 'en',
	dir: 'ltr',
	common,
	errors: { internal_error: 'Something went wrong on our side. Try again later.' },
};
