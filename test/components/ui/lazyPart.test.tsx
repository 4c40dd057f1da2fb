import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerError, CustomerExport, CustomerTable } from '../../../src/index';
import * as see from '../../elements';
import { people } from '../../people';
import { renderWith } from '../renderWith';

vi.mock(import('../../../src/hooks/context/lazyPart'), async (original) => {
	const { lazyPart } = await original();
	return { lazyPart: () => lazyPart(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))) };
});

it('stands where nothing of what comes later can be loaded, and says so where one waits for it', async () => {
	const { user, navigate } = renderWith(<CustomerTable getCustomerHref={({ id }) => `/customers/${id}`} selectable />);
	const link = await see.findRowLink('person2@example.com');
	expect(within(see.table()).queryByRole('checkbox')).toBeNull();

	link.focus();
	await user.keyboard('{ArrowDown}{Enter}');
	expect(navigate).toHaveBeenCalledExactlyOnceWith('/customers/cus_2');

	await user.click(see.button('Columns'));
	expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
	await user.keyboard('{Escape}');

	await user.click(await see.createdFilter());
	expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
	await user.keyboard('{Escape}');
	expect(screen.queryByRole('alert')).toBeNull();

	await user.click(see.button('Count all'));
	await waitFor(() => expect(see.button('Count all').getAttribute('aria-disabled')).toBeNull());
	expect(see.rowLinks()).toHaveLength(20);
});

it('draws all rows of an endless list where drawing only those in sight cannot be loaded', async () => {
	renderWith(<CustomerTable mode="infinite" getCustomerHref={({ id }) => `/customers/${id}`} />);
	await see.findRowLink('person20@example.com');
	expect(see.rowLinks()).toHaveLength(20);
});

it('says so where the panel of an export cannot be loaded, and closes it', async () => {
	const { user } = renderWith(<CustomerExport />);
	await user.click(see.button('Export'));
	expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached');
	await user.keyboard('{Escape}');
	expect(screen.queryByRole('alert')).toBeNull();
	expect(document.activeElement).toBe(see.button('Export'));
});

it('says that a list failed where the reason cannot be loaded, tries again, and keeps the rows when it fails again', async () => {
	const memory = memoryBackend({ customers: people(2) });
	let fails = true;
	const list: typeof memory.list = (...call) => (fails ? Promise.reject(new CustomerError('not_supported')) : memory.list(...call));
	const { user } = renderWith(<CustomerTable />, { backend: { ...memory, list } });
	const alert = await screen.findByRole('alert');
	expect(alert.textContent).toContain('could not be loaded');
	fails = false;
	await user.click(within(alert).getByRole('button', { name: 'Try again' }));
	await screen.findByText('person1@example.com');
	expect(screen.queryByRole('alert')).toBeNull();

	fails = true;
	await user.click(see.button('Refresh'));
	await screen.findByText(/could not be loaded/);
	expect(screen.getByText('person1@example.com')).toBeTruthy();
});
