import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { CustomerTable } from '../../../src/index';
import { renderWith } from '../renderWith';

vi.mock('../../../src/components/table/rowInput', () => Promise.reject(new TypeError('Failed to fetch')));

it('closes a menu whose content could not be loaded by Escape and by a press elsewhere', async () => {
	const { user } = renderWith(<CustomerTable />);
	const opener = await screen.findByRole('button', { name: 'Columns' });
	await user.click(opener);
	await screen.findByText(/^This could not be loaded/);
	await user.keyboard('{Escape}');
	expect(screen.queryByText(/^This could not be loaded/)).toBeNull();
	expect(document.activeElement).toBe(opener);
	await user.click(opener);
	await screen.findByText(/^This could not be loaded/);
	await user.click(document.body);
	await waitFor(() => expect(screen.queryByText(/^This could not be loaded/)).toBeNull());
});
