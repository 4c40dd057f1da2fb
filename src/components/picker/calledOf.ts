import type { Customer } from '../../domain/customer';

/** What a customer is called where there is one line for it. */
export function calledOf({ id, name, email }: Customer): string {
	return name ?? email ?? id;
}
