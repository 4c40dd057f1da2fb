import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerError, CustomerForm, CustomersProvider } from '../../../src/index';
import { withFaults } from '../../../src/testing';

configure({ asyncUtilTimeout: 15_000 });

const network = vi.hoisted(() => ({ answer: () => {}, asked: 0 }));
vi.mock('../../../src/components/form/AddressPart', async (load) => {
	network.asked++;
	if (network.asked === 1) throw new Error('Failed to fetch dynamically imported module');
	await new Promise<void>((resolve) => {
		network.answer = resolve;
	});
	return load();
});

it('says so where its fields cannot be loaded, tries again, and puts the focus where it was wanted', async () => {
	const user = userEvent.setup();
	let refused = false;
	const backend = withFaults(memoryBackend(), ({ method }) => {
		if (method !== 'create' || refused) return undefined;
		refused = true;
		return { error: new CustomerError('validation_failed', { issues: [{ path: 'address.city', code: 'required' }] }) };
	});
	render(
		<CustomersProvider backend={backend}>
			<CustomerForm />
		</CustomersProvider>,
	);
	expect(network.asked).toBe(0);
	await user.click(screen.getByRole('button', { name: 'Add address' }));
	expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
	await user.click(screen.getByRole('button', { name: 'Try again' }));
	const group = screen.getByRole('group', { name: 'Address' });
	expect(document.activeElement).toBe(group);
	expect(group.getAttribute('aria-busy')).toBe('true');

	await user.type(screen.getByRole('textbox', { name: 'Email' }), 'ravi@example.com{Enter}');
	await waitFor(() => expect(group.closest('form')!.dataset.state).toBe('invalid'));
	expect(refused).toBe(true);
	network.answer();
	const city = await screen.findByRole('textbox', { name: 'City' });
	await waitFor(() => expect(document.activeElement).toBe(city));
});
