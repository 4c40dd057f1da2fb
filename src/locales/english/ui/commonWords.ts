import type { Locale, LocalePart } from '../../locale';
import { readCommon, readErrors } from './readWords';

export const common: Locale['common'] = {
	...readCommon,
	cancel: 'Cancel',
	edit: 'Edit',
	copied: 'Copied',
	unknown: 'Unknown',
	clear: 'Clear',
	optional: 'optional',
};

export const errors: Locale['errors'] = {
	...readErrors,
	email_exists: 'Another customer already uses this email.',
	idempotency_in_progress: 'This is already being saved. Wait a moment and try again.',
	version_conflict: 'Someone else changed this customer meanwhile.',
	payload_too_large: 'That is too much to save at once.',
	unsupported_media_type: 'The request was not understood. Reload the page and try again.',
	validation_failed: 'Some values are not valid. Check the marked fields.',
	idempotency_key_reused: 'This was already sent with other values. Try again.',
	version_required: 'Reload the customer before saving.',
};

/** Of a customer's page, and of a form. */
export const addAddress = 'Add address';

/** The language without words, in English. */
export const language: LocalePart<never> = { code: 'en', dir: 'ltr' };

/** The words around a field, in English. */
export const fieldWords: LocalePart<'common'> = { ...language, common };
