import { QueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CustomerForm, CustomerTable } from '../../src/index';
import { button, findRowLink } from '../elements';
import { backendOf, recorded, settle } from '../hooks/setup';
import { renderWith } from './renderWith';

const href = ({ id }: { id: string }) => `/customers/${id}`;
const email = () => screen.findByRole('textbox', { name: 'Email' });

it('a create beside a list asks who has the email, saves, and asks for the list again: three requests', async () => {
	const { backend, calls, count } = recorded(backendOf(3));
	const { user } = renderWith(
		<>
			<CustomerTable getCustomerHref={href} />
			<CustomerForm />
		</>,
		{ backend },
	);
	await findRowLink('person1@example.com');
	await settle();
	// What is told of others is no answer to this.
	await waitFor(() => expect(count('subscribe')).toBe(1));
	const before = calls.length;
	await user.type(await email(), 'new@example.com');
	await user.tab();
	await waitFor(() => expect(calls).toHaveLength(before + 1));
	await user.click(button('Create customer'));
	await findRowLink('new@example.com');
	await settle();
	expect(calls.slice(before).map(({ method, args }) => [method, (args[0] as { email?: string }).email])).toEqual([
		['list', 'new@example.com'],
		['create', 'new@example.com'],
		['list', undefined],
	]);
	expect(screen.queryByText(/already/)).toBeNull();
});

it('who has created a customer is told of it when the email is wanted again', async () => {
	const { backend, count } = recorded(backendOf(3));
	const queryClient = new QueryClient();
	const { user, show } = renderWith(<CustomerForm key="first" />, { backend, queryClient });
	await user.type(await email(), 'new@example.com');
	await user.tab();
	await settle();
	await user.click(button('Create customer'));
	await waitFor(() => expect(count('create')).toBe(1));
	await settle();
	expect(screen.queryByText(/already/)).toBeNull();
	show(<CustomerForm key="second" />);
	await user.type(await email(), 'New@example.com');
	await user.tab();
	await screen.findByText(/already/);
});
