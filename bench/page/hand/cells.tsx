import type { Customer } from '../../../src/domain/customer';
import { hrefOf } from '../subject';

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const regions = new Intl.DisplayNames('en', { type: 'region' });

/** What each column shows, in their order. */
export const cells = {
	email: (customer: Customer) => <a href={hrefOf(customer)}>{customer.email}</a>,
	name: ({ name }: Customer) => name ?? '–',
	created: ({ created }: Customer) => (created ? <time dateTime={created}>{dates.format(new Date(created))}</time> : '–'),
	phone: ({ phone }: Customer) => phone ?? '–',
	country: ({ address }: Customer) => (address?.country ? regions.of(address.country) : '–'),
};

export const columnIds = ['email', 'name', 'created', 'phone', 'country'] as const;
export const headers = { email: 'Email', name: 'Name', created: 'Created', phone: 'Phone', country: 'Country' };
/** What the backend sorts by. */
export const sortable = { email: true, name: true, created: true, phone: false, country: false };
