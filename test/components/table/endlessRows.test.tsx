import { QueryClient } from '@tanstack/react-query';
import { render, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomersProvider, CustomerTable, customerQueries } from '../../../src/index';
import * as see from '../../elements';
import { people } from '../../people';

it('shows the first rows of an endless list at once, not first what draws the others, and keeps the focus in them', async () => {
	const backend = memoryBackend();
	const queryClient = new QueryClient();
	const pages = [{ data: people(1000), next: null, previous: null }];
	queryClient.setQueryData(customerQueries.infinite({ backend }).queryKey, { pages, pageParams: [null] });
	render(
		<CustomersProvider backend={backend} queryClient={queryClient}>
			<CustomerTable mode="infinite" getCustomerHref={({ id }) => `/${id}`} />
		</CustomersProvider>,
	);
	expect(see.rowLinks()).toHaveLength(24);
	const spacers = () => [...see.table().querySelectorAll<HTMLElement>('[data-slot="pc-spacer"] td')].map(({ style }) => style.blockSize);
	expect(spacers()).toEqual([`${976 * 40}px`]);

	const user = userEvent.setup();
	see.rowLinks()[2]!.focus();
	await waitFor(() => expect(see.rowLinks().length).toBe(19));
	await user.keyboard('{ArrowDown}');
	await waitFor(() => expect(document.activeElement).toBe(see.rowLinks()[3]));
});
