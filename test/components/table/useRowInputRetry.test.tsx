import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { CustomerTable } from '../../../src/index';
import * as see from '../../elements';
import { renderWith } from '../renderWith';

const network = vi.hoisted(() => ({ down: true, asked: 0 }));

vi.mock('../../../src/components/table/reachedParts', async (original) => {
	network.asked += 1;
	if (network.down) throw new TypeError('Failed to fetch dynamically imported module');
	return original();
});

it('answers to the keys again once what was lost to a dead network can be loaded', async () => {
	const { user } = renderWith(<CustomerTable getCustomerHref={({ id }) => `/customers/${id}`} />);
	const link = await see.findRowLink('person1@example.com');
	link.focus();
	await waitFor(() => expect(network.asked).toBe(1));
	await user.keyboard('{ArrowDown}');
	expect(document.activeElement).toBe(link);
	network.down = false;
	await user.tab();
	await waitFor(() => expect(network.asked).toBe(2));
	await user.keyboard('{ArrowDown}');
	await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Person 3' })));
});
