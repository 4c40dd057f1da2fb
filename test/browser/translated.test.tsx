import { QueryClient } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import {
	type CustomerBackend,
	CustomerBrowser,
	CustomerDetail,
	CustomerDialog,
	CustomerForm,
	CustomerFormField,
	CustomerImport,
	CustomersProvider,
	CustomerTable,
} from '../../src/index';
import { withFaults } from '../../src/testing';
import { people } from '../people';
import '../../src/styles.css';

let stop = () => {};

beforeEach(() => {
	history.replaceState(null, '', '/customers');
	stop = translatePage();
});
afterEach(() => {
	cleanup();
	stop();
});

/** Does to the page what a browser does that translates it: each text goes into two elements, also those that come later. */
function translatePage(): () => void {
	const wrap = (root: Node) => {
		const texts: Text[] = [];
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
		if (root instanceof Text) texts.push(root);
		for (const text of texts) {
			const around = text.parentElement;
			if (!around || !text.data.trim() || around.closest('font, script, style, title, option, textarea, [translate="no"]')) continue;
			const [outer, inner] = [document.createElement('font'), document.createElement('font')];
			text.replaceWith(outer);
			outer.append(inner);
			inner.append(text);
		}
	};
	const observer = new MutationObserver((changes) => {
		for (const { addedNodes } of changes) for (const node of addedNodes) if (node.isConnected) wrap(node);
	});
	observer.observe(document.body, { childList: true, subtree: true });
	return () => observer.disconnect();
}

const page = (backend: CustomerBackend, children = <CustomerBrowser basePath="/customers" />) => (
	<>
		<h1>The host's own page</h1>
		<CustomersProvider backend={backend} queryClient={new QueryClient()}>
			{children}
		</CustomersProvider>
	</>
);

/** React takes the whole root away where it cannot do what it has to. */
const stillThere = () => expect(screen.getByRole('heading', { name: "The host's own page" })).toBeTruthy();

it('creates, edits and takes an edit back on a page that is translated', async () => {
	const user = userEvent.setup();
	render(page(memoryBackend({ customers: people(30), latencyMs: 20 })));
	await user.click(await screen.findByRole('button', { name: 'New customer' }));
	await user.click(await screen.findByRole('button', { name: 'Create customer' }));
	await user.type(await screen.findByRole('textbox', { name: /^Email/ }), 'new@example.com');
	await user.click(screen.getByRole('button', { name: 'Create customer' }));
	await screen.findByRole('heading', { name: 'new@example.com' });
	await user.click(screen.getByRole('button', { name: 'Edit' }));
	await user.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Newcomer');
	await user.click(screen.getByRole('button', { name: /^Save/ }));
	await screen.findByRole('heading', { name: 'Newcomer' });
	await user.click(await screen.findByRole('button', { name: 'Undo' }));
	await screen.findByRole('heading', { name: 'new@example.com' });
	stillThere();
});

it('counts, searches, pages and sorts, and its texts stay fresh', async () => {
	const user = userEvent.setup();
	render(page(memoryBackend({ customers: people(45), latencyMs: 20 })));
	await screen.findByText('1–20');
	// What the backend offers may be known after its list.
	await user.click(await screen.findByRole('button', { name: 'Count all' }));
	await screen.findByText('1–20 of 45');
	await user.click(await screen.findByRole('button', { name: 'Next page' }));
	await screen.findByText('21–40 of 45');
	await user.type(await screen.findByRole('searchbox'), 'Person 44');
	await screen.findByText('1 customer, 1–1');
	await user.clear(screen.getByRole('searchbox'));
	await screen.findByText('20 customers, 1–20');
	await user.click(await screen.findByRole('checkbox', { name: /Person 1$/ }));
	await waitFor(() => expect(document.body.textContent).toContain('1 selected'));
	stillThere();
});

it('tries again what failed', async () => {
	let fails = true;
	const backend = withFaults(memoryBackend({ customers: people(3) }), ({ method }) =>
		method === 'list' && fails ? { error: 'internal_error' } : undefined,
	);
	const user = userEvent.setup();
	render(page(backend));
	const retry = await screen.findByRole('button', { name: 'Try again' });
	await user.click(retry);
	await screen.findByRole('button', { name: 'Try again' });
	fails = false;
	await user.click(screen.getByRole('button', { name: 'Try again' }));
	await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(4));
	stillThere();
});

it('loads more', async () => {
	const user = userEvent.setup();
	render(page(memoryBackend({ customers: people(45), latencyMs: 20 }), <CustomerTable mode="infinite" />));
	await user.click(await screen.findByRole('button', { name: 'Load more' }));
	await waitFor(() => expect(document.body.textContent).toContain('1–40'));
	stillThere();
});

it('imports', async () => {
	const user = userEvent.setup();
	const { container } = render(page(memoryBackend({ latencyMs: 5 }), <CustomerImport />));
	const file = new File(['email,name\nasha@example.com,Asha\nbad,Nobody\n'], 'people.csv', { type: 'text/csv' });
	await waitFor(() => expect(container.querySelector('input[type="file"]')).toBeTruthy());
	await user.upload(container.querySelector<HTMLInputElement>('input[type="file"]')!, file);
	await user.click(await screen.findByRole('button', { name: /Check/ }));
	await user.click(await screen.findByRole('button', { name: /^Create 1/ }));
	await screen.findAllByText('The import is finished.');
	stillThere();
});

it('chooses customers and exports them', async () => {
	const user = userEvent.setup();
	render(page(memoryBackend({ customers: people(30), latencyMs: 5 })));
	for (const number of [1, 2]) await user.click(await screen.findByRole('checkbox', { name: new RegExp(`Person ${number}$`) }));
	await screen.findByText('2 selected');
	await user.click(screen.getByRole('checkbox', { name: /Person 1$/ }));
	await screen.findByText('1 selected');
	await user.click(screen.getByRole('button', { name: 'Export' }));
	await user.click(await screen.findByRole('button', { name: 'Export CSV' }));
	await waitFor(() => expect(document.body.textContent).toContain('1 customer exported.'));
	stillThere();
});

it('shows a customer, and what of it has changed', async () => {
	const backend = memoryBackend({ customers: people(2), latencyMs: 5 });
	const queryClient = new QueryClient();
	const own = (id: string) => (
		<>
			<h1>The host's own page</h1>
			<CustomersProvider backend={backend} queryClient={queryClient}>
				<CustomerDetail customerId={id} />
			</CustomersProvider>
		</>
	);
	const view = render(own('cus_1'));
	await screen.findByRole('heading', { name: 'Person 1' });
	await backend.update('cus_1', { name: 'Renamed', phone: '+919876543210' }, { scope: '' });
	await queryClient.invalidateQueries();
	await screen.findByRole('heading', { name: 'Renamed' });
	await screen.findByRole('link', { name: '+91 98765 43210' });
	view.rerender(own('cus_2'));
	await screen.findByRole('heading', { name: 'Person 2' });
	view.rerender(own('nobody'));
	await screen.findByRole('alert');
	stillThere();
});

it('asks before a dialog loses what was typed, and gives it another name', async () => {
	const user = userEvent.setup();
	const own = (title: string) => page(backend, <CustomerDialog open onOpenChange={() => undefined} title={title} defaultCountry="IN" />);
	const backend = memoryBackend({ latencyMs: 5 });
	const view = render(own('Somebody new'));
	await user.type(await screen.findByRole('textbox', { name: /^Email/ }), 'new@example.com');
	view.rerender(own('Somebody else'));
	await screen.findByRole('dialog', { name: 'Somebody else' });
	await user.keyboard('{Escape}');
	await user.click(await screen.findByRole('button', { name: 'Keep editing' }));
	expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Email/ }).value).toBe('new@example.com');
	expect(screen.getByText("The host's own page")).toBeTruthy();
});

const host = { throws: false };

function Fragile() {
	const [, render] = useState(0);
	if (host.throws) throw new Error('thrown');
	return (
		<button type="button" onClick={() => render(1)}>
			Break
		</button>
	);
}

it('says that something threw, and tries again', async () => {
	const user = userEvent.setup();
	render(
		page(
			memoryBackend(),
			<CustomerForm>
				<CustomerFormField name="email" />
				<Fragile />
			</CustomerForm>,
		),
	);
	await user.type(await screen.findByRole('textbox', { name: /^Email/ }), 'new@example.com');
	host.throws = true;
	await user.click(screen.getByRole('button', { name: 'Break' }));
	const retry = await screen.findByRole('button', { name: 'Try again' });
	host.throws = false;
	await user.click(retry);
	expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /^Email/ })).value).toBe('new@example.com');
	stillThere();
});
