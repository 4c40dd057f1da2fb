import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerTable } from '../../../src/index';
import * as see from '../../elements';
import { person } from '../../people';
import { renderWith } from '../renderWith';

const href = () => '/somewhere';

it('leads with the name and its initials, a phone in groups, and without an element for either', async () => {
	const customers = [
		person(1, { name: 'Asha Verma', phone: '+919876543210' }),
		person(2, { name: '佐藤 結衣' }),
		person(3, { name: 'किरण देसाई' }),
		person(4, { name: 'عمر السيد' }),
		person(5, { name: 'Prince' }),
		person(6, { name: null, email: 'zoe@example.com' }),
		person(7, { name: null, email: null }),
	];
	renderWith(<CustomerTable getCustomerHref={href} />, { backend: memoryBackend({ customers }) });
	const first = see.cellsOf(await see.findRowLink('Asha Verma'));
	expect(first.map(({ textContent }) => textContent)).toEqual([
		'Asha Verma',
		'person1@example.com',
		expect.any(String),
		'+91 98765 43210',
		'–None',
	]);
	expect([first[0]!.childElementCount, first[3]!.childElementCount]).toEqual([1, 0]);
	const names = see.rowLinks().map((link) => link.closest('td')!);
	expect(names.map((cell) => cell.getAttribute('data-initials'))).toEqual(['AV', '佐', 'कि', 'ع', 'P', 'Z', '•']);
	// Who has no name is called by the email, then by the id.
	expect(names.slice(5).map(({ textContent }) => textContent)).toEqual(['zoe@example.com', 'cus_7']);
	expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
		'Name',
		'Email',
		'Created',
		'Phone',
		'Country',
	]);
});

it('opens by the email where the host shows no names', async () => {
	renderWith(<CustomerTable getCustomerHref={href} columns={['email', 'phone']} />, { backend: memoryBackend({ customers: [person(1)] }) });
	expect((await see.findRowLink('person1@example.com')).textContent).toBe('person1@example.com');
});
