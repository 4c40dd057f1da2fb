import { render, screen, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { type Customer, CustomersProvider, CustomerTable } from '../../../src/index';

const nameless: Customer = { id: 'cus_1', email: 'asha@example.com', name: null, phone: null, address: null, created: null, version: '1' };
const named: Customer = { ...nameless, id: 'cus_2', email: 'ravi@example.com', name: 'Ravi Kumar' };

async function rowOf(email: string, props: ComponentProps<typeof CustomerTable>) {
	render(
		<CustomersProvider backend={memoryBackend({ customers: [nameless, named] })}>
			<CustomerTable getCustomerHref={({ id }) => `/${id}`} {...props} />
		</CustomersProvider>,
	);
	const [told] = await screen.findAllByText(email);
	const row = within(told!.closest<HTMLElement>('tr')!);
	return { row, told: row.getAllByText(email).length, spans: row.getAllByRole<HTMLTableCellElement>('cell').map(({ colSpan }) => colSpan) };
}

it('tells the email of somebody without a name once, in the place of both', async () => {
	const { row, told, spans } = await rowOf('asha@example.com', {});
	expect(row.getByRole('link', { name: 'asha@example.com' }).getAttribute('href')).toBe('/cus_1');
	expect(told).toBe(1);
	expect(spans).toEqual([2, 1, 1, 1]);
});

it('leaves who has a name as they are', async () => {
	expect((await rowOf('ravi@example.com', {})).spans).toEqual([1, 1, 1, 1, 1]);
});

it('keeps the email in its column where that stands elsewhere', async () => {
	const apart = await rowOf('asha@example.com', { columns: ['name', 'phone', 'email'] });
	expect(apart.spans).toEqual([1, 1, 1]);
	expect(apart.told).toBe(2);
});

it('offers the host’s other ways to have customers beside the first', async () => {
	render(
		<CustomersProvider backend={memoryBackend()}>
			<CustomerTable onCreate={() => undefined} emptyActions={<a href="/import">Import</a>} />
		</CustomersProvider>,
	);
	const empty = (await screen.findByText('No customers yet', { selector: '[data-slot="pc-empty-title"]' })).parentElement!;
	expect(within(empty).getByRole('button', { name: 'New customer' })).toBeTruthy();
	expect(within(empty).getByRole('link', { name: 'Import' })).toBeTruthy();
});

it('offers the host’s buttons also where there is nobody yet, but not what is told whom the list shows', async () => {
	const empty = async (actions: ComponentProps<typeof CustomerTable>['actions']) => {
		const { unmount } = render(
			<CustomersProvider backend={memoryBackend()}>
				<CustomerTable actions={actions} />
			</CustomersProvider>,
		);
		await screen.findByText('No customers yet', { selector: '[data-slot="pc-empty-title"]' });
		const offered = screen.queryAllByRole('button').map(({ textContent }) => textContent);
		unmount();
		return offered;
	};
	expect(await empty(<button type="button">Fetch from Stripe</button>)).toEqual(['Fetch from Stripe']);
	expect(await empty(() => <button type="button">Export</button>)).toEqual([]);
});
