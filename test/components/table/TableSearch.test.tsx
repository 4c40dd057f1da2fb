import { QueryClient } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { type MemoryBackendOptions, memoryBackend } from '../../../src/backends/memory';
import { CustomersProvider, CustomerTable, type UseCustomerTableOptions, useCustomerTable } from '../../../src/index';
import { findRowLink, rowLinks, searchBox } from '../../elements';
import { people } from '../../people';
import { type Renders, watchRenders } from '../../renders';
import '../renderWith';

function Page(options: UseCustomerTableOptions) {
	return <CustomerTable table={useCustomerTable(options)} getCustomerHref={({ id }) => `/customers/${id}`} />;
}

/** A page that shows what is searched for. */
function EchoPage() {
	const table = useCustomerTable();
	return (
		<>
			<output>{table.search.text}</output>
			<CustomerTable table={table} />
		</>
	);
}

/** A page with a search of its own in the table. */
function UpperCasePage() {
	const table = useCustomerTable();
	const { search } = table;
	return <CustomerTable table={{ ...table, search: { ...search, setText: (text) => search.setText(text.toUpperCase()) } }} />;
}

/** Without StrictMode, which renders everything twice. */
function show(page: ReactNode, capabilities?: MemoryBackendOptions['capabilities']) {
	const backend = memoryBackend({ customers: people(45), capabilities });
	render(
		<CustomersProvider backend={backend} queryClient={new QueryClient()} scope="test">
			{page}
		</CustomersProvider>,
	);
	return backend;
}

/** Letter by letter, and so fast that nothing is asked for between them. */
function type(box: HTMLElement, text: string) {
	for (const end of text.split('').keys()) fireEvent.change(box, { target: { value: text.slice(0, end + 1) } });
}

const counts = ({ byName }: Renders) => Object.fromEntries(byName);

it('renders the box alone for a letter, and the page once to ask and once to show', async () => {
	show(<Page />);
	const box = await searchBox();
	await findRowLink('person1@example.com');
	const letters = watchRenders();
	type(box, 'person45');
	expect(counts(letters.stop())).toEqual({ TableSearchBox: 8, SearchBox: 8 });
	expect(box).toHaveProperty('value', 'person45');

	const answer = watchRenders();
	fireEvent.keyDown(box, { key: 'Enter' });
	await waitFor(() => expect(rowLinks()).toHaveLength(1));
	expect(answer.stop().byName.get('Page')).toBeLessThanOrEqual(2);
});

it('renders the table for a letter that makes a search long enough, and for no other', async () => {
	show(<Page />, { search: { minLength: 3 } });
	const box = await searchBox();
	await findRowLink('person1@example.com');
	const renders = watchRenders();
	type(box, 'pers');
	expect(counts(renders.stop())).toEqual({ TableSearchBox: 4, SearchBox: 4, TableNotices: 2, TableStatus: 2 });
});

it('tells a host that reads it of each letter, without a render before the first', async () => {
	const mount = watchRenders();
	show(<EchoPage />);
	expect(mount.stop().byName.get('EchoPage')).toBe(1);
	type(await searchBox(), 'ab');
	screen.getByText('ab', { selector: 'output' });
});

it('can be a search of the host', async () => {
	show(<UpperCasePage />);
	const box = await searchBox();
	type(box, 'a');
	expect(box).toHaveProperty('value', 'A');
});

it('asks once for what an input method writes, when it is done', async () => {
	const list = vi.spyOn(show(<Page />), 'list');
	const box = await searchBox();
	await findRowLink('person1@example.com');
	list.mockClear();
	vi.useFakeTimers();
	const pause = () => act(() => vi.advanceTimersByTimeAsync(1_000));
	try {
		fireEvent.compositionStart(box);
		for (const value of ['ㅍ', '퍼', '펄', '펄ㅅ', '펄스', '펄슨', '펄슨4']) {
			fireEvent.input(box, { target: { value }, isComposing: true });
			await pause();
			expect(box).toHaveProperty('value', value);
		}
		expect(list).not.toHaveBeenCalled();
		fireEvent.compositionEnd(box);
		await pause();
		expect(list.mock.calls.map(([request]) => request?.query)).toEqual(['펄슨4']);
	} finally {
		vi.useRealTimers();
	}
});

it('is a landmark that every DOM knows, jsdom too, so that React warns of nothing in tests of a host', async () => {
	show(<Page />);
	const landmark = (await searchBox()).closest('[data-slot="pc-search"]')!;
	expect(screen.getByRole('search')).toBe(landmark);
	expect(landmark).not.toBeInstanceOf(HTMLUnknownElement);
});
