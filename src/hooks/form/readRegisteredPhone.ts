import type { PhoneValidation } from '../../domain/customerRules';
import type { IssueCode } from '../../domain/issue';
import { loadPhones } from '../../domain/phone';

export interface ReadPhone {
	/** E.164 where it is a number, else as typed. */
	phone: string;
	/** Why it is no number of its country; absent where it is one, or nobody knows its country. */
	code?: IssueCode;
}

/** What a registered input holds is text as typed: a national number is one of the given country. */
export async function readRegisteredPhone(text: string, country: string, validation: PhoneValidation | undefined): Promise<ReadPhone> {
	if (text.trim() === '') return { phone: text };
	// Where the plans cannot be loaded, the server decides.
	const phones = await loadPhones().catch(() => null);
	const result = phones?.parse(text, { ...(country && { defaultCountry: country }), ...(validation && { validation }) });
	if (!result) return { phone: text };
	if (result.ok) return { phone: result.e164 };
	return { phone: text, ...(country && { code: result.code }) };
}
