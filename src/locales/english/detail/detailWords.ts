import type { Locale, LocalePart } from '../../locale';
import { failed, fields } from '../table/tableWords';
import { addAddress, common, errors, language } from '../ui/commonWords';

export const detail: Locale['detail'] = {
	title: 'Customer',
	notFound: 'Customer not found',
	notFoundHint: 'It may have been deleted, or the link is wrong.',
	forbidden: 'You are not allowed to see this customer.',
	backToList: 'Back to all customers',
	noAddress: 'No address',
	copyId: 'Copy ID',
	copyEmail: 'Copy email',
	copyPhone: 'Copy phone',
	copyAddress: 'Copy address',
	addPhone: 'Add phone',
	addAddress,
	copySelected: 'This page may not copy. The text is selected: copy it yourself.',
	failed: 'This customer could not be loaded.',
	outdated: 'These values may be out of date.',
};

export const browser: Locale['browser'] = { title: 'Customers', import: 'Import' };

/** The words of a customer on a page of its own, in English. */
export const detailWords: LocalePart<'fields' | 'common' | 'errors' | 'detail'> = { ...language, fields, common, errors, detail };
export const browserWords: LocalePart<'detail' | 'browser' | 'common'> & { menus: { failed: string } } = {
	...language,
	detail,
	browser,
	common,
	menus: { failed },
};
