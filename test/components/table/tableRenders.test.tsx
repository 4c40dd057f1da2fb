import { QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { type CustomerPage, CustomersProvider, CustomerTable, type CustomerTableProps, useUpdateCustomer } from '../../../src/index';
import * as see from '../../elements';
import { people } from '../../people';
import { type Renders, watchRenders } from '../../renders';

const memory = memoryBackend();

/** A backend whose one page, of twenty people, can be changed, and whose answers may wait. */
function onePage() {
	const kept = { rows: people(20), wait: Promise.resolve() };
	const list = async (): Promise<CustomerPage> => {
		const { wait, rows } = kept;
		await wait;
		return { data: rows, next: null, previous: null };
	};
	const update = async (id: string, patch: { name?: string | null }) => {
		kept.rows = kept.rows.map((row) => (row.id === id ? { ...row, name: patch.name ?? null, version: '2' } : row));
		await kept.wait;
		return kept.rows.find((row) => row.id === id)!;
	};
	return { kept, backend: { ...memory, list, update: update as typeof memory.update } };
}

/** Without StrictMode, which renders everything twice. */
async function show(backend: typeof memory, props: Partial<CustomerTableProps> = {}, beside?: ReactNode) {
	render(
		<CustomersProvider backend={backend} queryClient={new QueryClient()}>
			<CustomerTable getCustomerHref={({ id }) => `/${id}`} {...props} />
			{beside}
		</CustomersProvider>,
	);
	await see.findRowLink('person1@example.com');
	await see.countryFilter();
	await waitFor(() => expect(see.table().getAttribute('aria-busy')).toBe('false'));
	return userEvent.setup();
}

/** Holds all answers back until it is called. */
function holdBack(kept: { wait: Promise<void> }): () => Promise<void> {
	let answer = () => {};
	kept.wait = new Promise((resolve) => {
		answer = resolve;
	});
	return () => act(async () => answer());
}

const counts = ({ byName }: Renders) => Object.fromEntries(byName);
/** What holds the table together, and the row. */
const oneRow = { OwnTable: 1, TableView: 1, TableBody: 1, CustomerRow: 1 };

it('renders one row and hardly anything around it where a refresh brings one changed customer', async () => {
	const { kept, backend } = onePage();
	const user = await show(backend);
	kept.rows = kept.rows.map((row) => (row.id === 'cus_3' ? { ...row, name: 'Renamed' } : row));
	const answer = holdBack(kept);
	await user.click(see.button('Refresh'));
	const renders = watchRenders();
	await answer();
	await screen.findByText('Renamed');
	// Who asked for it hears that it came.
	expect(counts(renders.now())).toEqual({ ...oneRow, TableStatus: 1 });
	expect(renders.stop().commits).toBe(1);
});

it('renders the row of an edit, when it is shown and when it is saved, and no other part of the table', async () => {
	const { kept, backend } = onePage();
	const Save = () => {
		const { mutate } = useUpdateCustomer();
		return (
			<button type="button" onClick={() => mutate({ id: 'cus_3', patch: { name: 'Renamed' } })}>
				Rename
			</button>
		);
	};
	const user = await show(backend, {}, <Save />);
	const answer = holdBack(kept);
	const edited = watchRenders();
	await user.click(see.button('Rename'));
	await screen.findByText('Renamed');
	expect(counts(edited.stop())).toEqual({ ...oneRow, Save: 1 });

	const saved = watchRenders();
	await answer();
	await waitFor(() => expect(see.table().getAttribute('aria-busy')).toBe('false'));
	const expected = { ...oneRow, Save: 1 };
	expect(Object.keys(counts(saved.now())).filter((name) => !(name in expected))).toEqual([]);
	expect(saved.stop().byName.get('CustomerRow')).toBe(1);
});

it('asks a host for its buttons again only where the table shows something else', async () => {
	const { kept, backend } = onePage();
	const Export = () => <button type="button">Export</button>;
	const user = await show(backend, { actions: () => <Export />, onCreate: () => {} });
	kept.rows = kept.rows.slice(1);
	const renders = watchRenders();
	await user.click(see.button('Refresh'));
	await waitFor(() => expect(see.rowLinks()).toHaveLength(19));
	expect(renders.stop().byName.get('Export')).toBeUndefined();
	await user.click(see.sortBy('Email'));
	expect(see.button('Export')).toBeTruthy();
});

it('shows nothing of an answer that comes at once, and all of one that takes a moment', async () => {
	const { kept, backend } = onePage();
	const user = await show(backend);
	const looks = () => [
		see.table().getAttribute('data-state'),
		document.querySelector('.pc-progress')?.getAttribute('data-state'),
		see.button('Refresh').getAttribute('data-state'),
	];
	const sortAtOnce = async () => {
		const seen: unknown[] = [];
		const watcher = new MutationObserver(() => seen.push(looks()));
		watcher.observe(document.body, { subtree: true, attributeFilter: ['data-state'] });
		const began = performance.now();
		await user.click(see.sortBy('Email'));
		await waitFor(() => expect(see.table().getAttribute('aria-busy')).toBe('false'));
		watcher.disconnect();
		return { seen: [...seen, looks()], ms: performance.now() - began };
	};
	// On a busy machine an answer may take a moment by itself.
	let sorted = await sortAtOnce();
	for (let again = 0; sorted.ms > 150 && again < 20; again++) sorted = await sortAtOnce();
	for (const look of sorted.seen) expect(look).toEqual(['current', 'idle', 'idle']);

	const answer = holdBack(kept);
	await user.click(see.sortBy('Name'));
	expect(looks()).toEqual(['current', 'idle', 'idle']);
	await waitFor(() => expect(looks()).toEqual(['stale', 'active', 'busy']));
	await answer();
	await waitFor(() => expect(looks()).toEqual(['current', 'idle', 'idle']));
});

it('asks once where it is told to refresh twice', async () => {
	const { kept, backend } = onePage();
	let asked = 0;
	const list = () => {
		asked++;
		return backend.list();
	};
	const user = await show({ ...backend, list });
	asked = 0;
	const answer = holdBack(kept);
	await user.dblClick(see.button('Refresh'));
	await answer();
	expect(asked).toBe(1);
});
