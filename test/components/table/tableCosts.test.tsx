import { QueryClient } from '@tanstack/react-query';
import { act, render, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { type CustomerBackend, CustomersProvider, CustomerTable, type CustomerTableProps } from '../../../src/index';
import * as see from '../../elements';
import { people } from '../../people';
import { watchRenders } from '../../renders';

// On a busy machine an answer may come late enough for a skeleton, which is another test's.
vi.mock('../../../src/components/table/useSlow', () => ({ useSlow: () => false }));

/** A backend that tells what each list request began after. */
function counted(count = 160) {
	const memory = memoryBackend({ customers: people(count) });
	const asked: (string | null | undefined)[] = [];
	const list: typeof memory.list = (request, call) => {
		asked.push(request?.after ?? request?.query);
		return memory.list(request, call);
	};
	return { asked, backend: { ...memory, list } };
}

/** Fifty rows, and nothing left to do. Without StrictMode, which renders everything twice. */
async function show(backend: CustomerBackend, props: Partial<CustomerTableProps> = {}) {
	const shown = render(
		<CustomersProvider backend={backend} queryClient={new QueryClient()}>
			<CustomerTable initialState={{ limit: 50 }} getCustomerHref={({ id }) => `/${id}`} {...props} />
		</CustomersProvider>,
	);
	await waitFor(() => expect(see.rowLinks()).toHaveLength(50));
	await see.countryFilter();
	await settle();
	return shown;
}

/** What is done when the page rests is done. */
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 100)));

it('draws fifty customers in three commits, each once, from so many elements', async () => {
	const { backend } = counted();
	const renders = watchRenders();
	const { container } = await show(backend);
	const { commits, byName, total } = renders.stop();
	expect(commits).toBeLessThanOrEqual(3);
	expect(byName.get('CustomerRow')).toBe(50);
	// Of these seven are the three buttons that open filters.
	expect(total).toBeLessThanOrEqual(193);
	const inRows = container.querySelectorAll('tbody *').length;
	// A row, its five cells, the link, and a date and a country; a mark for what is missing. Initials are no element.
	expect(inRows).toBeLessThanOrEqual(50 * 14);
	expect(container.querySelectorAll('*').length - inRows).toBeLessThanOrEqual(80);
});

it('renders the search box alone for a letter, and in two commits what was found', async () => {
	const { backend } = counted();
	await show(backend);
	const user = userEvent.setup();
	await user.click(await see.searchBox());
	const letter = watchRenders();
	await user.keyboard('1');
	expect(letter.stop().commits).toBe(1);
	expect([...letter.now().byName.keys()]).toEqual(['TableSearchBox', 'SearchBox']);

	const found = watchRenders();
	await user.keyboard('{Enter}');
	await waitFor(() => expect(found.now().byName.get('CustomerRow')).toBeDefined());
	await settle();
	expect(found.stop().commits).toBeLessThanOrEqual(2);
	expect(found.now().byName.get('CustomerRow')).toBeLessThanOrEqual(50);
	// Of what is around the rows only what shows the search, or where one is.
	for (const name of ['TableHead', 'FilterMenus']) expect(found.now().byName.get(name)).toBeUndefined();
	// That of the views, which says whether it is still the one chosen, and its neighbour.
	expect(found.now().byName.get('Menu')).toBe(2);
	expect(found.now().total).toBeLessThanOrEqual(146);
});

it('shows the next page in two commits, each customer once, and changes nothing else but the pager', async () => {
	const { backend } = counted();
	let answer = () => {};
	const asked = new Promise<void>((resolve) => {
		answer = resolve;
	});
	const list: typeof backend.list = async (request, call) => {
		if (request?.after) await asked;
		return backend.list(request, call);
	};
	await show({ ...backend, list });
	const renders = watchRenders();
	act(() => see.button('Next page').click());
	expect(see.table().getAttribute('aria-busy')).toBe('true');
	answer();
	await see.findRowLink('person51@example.com');
	await settle();
	expect(renders.stop().commits).toBeLessThanOrEqual(2);
	expect(renders.now().byName.get('CustomerRow')).toBe(50);
	for (const name of ['TableToolbar', 'TableHead', 'TableNotices']) expect(renders.now().byName.get(name)).toBeUndefined();
	expect(renders.now().total).toBeLessThanOrEqual(136);
});

it('asks once for one list in ten places, not at all for the page it comes from, and once for four letters', async () => {
	const { backend, asked } = counted();
	const client = new QueryClient();
	const places = Array.from({ length: 10 }, (_, at) => (
		<CustomerTable key={String(at)} caption={`Place ${at}`} initialState={{ limit: 50 }} />
	));
	const { unmount } = render(
		<CustomersProvider backend={backend} queryClient={client}>
			{places}
		</CustomersProvider>,
	);
	await waitFor(() => expect(document.querySelectorAll('tbody tr[aria-rowindex]')).toHaveLength(500));
	await settle();
	// And once ahead for the page that comes next.
	expect(asked.filter((after) => after == null)).toHaveLength(1);
	expect(asked.length).toBeLessThanOrEqual(2);
	unmount();

	await show(backend);
	const user = userEvent.setup();
	await user.click(see.button('Next page'));
	await see.findRowLink('person51@example.com');
	await settle();
	asked.length = 0;
	await user.click(see.button('Previous page'));
	await see.findRowLink('person1@example.com');
	await settle();
	// The page after it may be fetched ahead again, once it is old.
	expect(asked.filter((after) => after == null)).toEqual([]);
	asked.length = 0;

	await user.type(await see.searchBox(), 'pers');
	await waitFor(() => expect(asked).toContain('pers'));
	expect(asked.filter((query) => query?.startsWith('p'))).toEqual(['pers']);
});
