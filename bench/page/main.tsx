import { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { memoryBackend } from '../../src/backends/memory';
import type { Customer, CustomerPage } from '../../src/index';
import { CustomersProvider, CustomerTable, customerQueries, useUpdateCustomer } from '../../src/index';
import '../../src/styles.css';
import { sampleCustomers } from '../../src/testing';
import { PlainTable } from './PlainTable';

const pageSize = 100;
const href = ({ id }: Customer) => `/customers/${id}`;
const newest = (a: Customer, b: Customer) => (b.created ?? '').localeCompare(a.created ?? '') || b.id.localeCompare(a.id);
const customers = sampleCustomers(100_000).sort(newest);
const backend = memoryBackend({ customers: customers.slice(0, pageSize) });
const listed = await backend.list({ limit: pageSize });
customers.splice(0, pageSize, ...listed.data);
const capabilities = await backend.capabilities();

let root: Root | undefined;
let next: ReactNode;

/** Milliseconds to render, commit and lay out. */
function draw(content: ReactNode): number {
	root = createRoot(document.querySelector('#root')!);
	const start = performance.now();
	flushSync(() => root?.render(content));
	document.body.getBoundingClientRect();
	return performance.now() - start;
}

function clear(): void {
	root?.unmount();
	root = undefined;
}

/** A cache that holds the rows already: only drawing them is measured. */
function filled(rows: readonly Customer[]): QueryClient {
	const client = new QueryClient();
	const source = { backend, scope: 'bench' };
	const pages: CustomerPage[] = [];
	for (let at = 0; at < rows.length; at += pageSize) {
		pages.push({
			data: rows.slice(at, at + pageSize) as Customer[],
			next: at + pageSize < rows.length ? `after${at}` : null,
			previous: null,
		});
	}
	client.setQueryData(customerQueries.capabilities(source).queryKey, capabilities);
	client.setQueryData(customerQueries.list(source, { limit: pageSize }).queryKey, pages[0]);
	client.setQueryData(customerQueries.infinite(source, { limit: pageSize }).queryKey, { pages, pageParams: pages.map(() => null) });
	return client;
}

function table(rows: number, mode: 'pages' | 'infinite', more: ReactNode = null, columns?: Parameters<typeof CustomerTable>[0]['columns']) {
	return (
		<CustomersProvider backend={backend} scope="bench" queryClient={filled(customers.slice(0, rows))}>
			{more}
			<CustomerTable mode={mode} initialState={{ limit: pageSize }} getCustomerHref={href} columns={columns} />
		</CustomersProvider>
	);
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function Rename({ customer }: { customer: Customer }) {
	const { mutate } = useUpdateCustomer();
	return (
		<button type="button" id="rename" onClick={() => mutate({ id: customer.id, patch: { name: 'Renamed' } })}>
			Rename
		</button>
	);
}

const bench = {
	clear,

	preparePlain(rows: number, styled: boolean): void {
		next = <PlainTable customers={customers.slice(0, rows)} styled={styled} />;
	},

	prepareTable(rows: number, mode: 'pages' | 'infinite'): void {
		next = table(rows, mode);
	},

	/** Milliseconds to draw what was prepared. */
	mount: () => draw(next),

	/** The windowed body comes in a chunk of its own: fetch it before anything is measured. */
	async load(): Promise<void> {
		draw(table(pageSize, 'infinite'));
		while (!document.querySelector('[data-slot="pc-spacer"]')) await frame();
		clear();
	},

	/** How many rows render, and how often, while one customer is saved and the list asks again. */
	async change(): Promise<{ rows: number; renders: number }> {
		const rendered: string[] = [];
		const count = {
			id: 'count',
			header: 'Count',
			cell: ({ id, name }: Customer) => {
				rendered.push(id);
				return name;
			},
		};
		draw(table(pageSize, 'pages', <Rename customer={customers[3]!} />, ['email', count]));
		await wait(100);
		rendered.length = 0;
		document.querySelector<HTMLElement>('#rename')?.click();
		await wait(600);
		clear();
		return { rows: new Set(rendered).size, renders: rendered.length };
	},

	/** The next letter in the search box, up to its being there. */
	type(): void {
		const box = document.querySelector<HTMLInputElement>('input[type="search"]')!;
		Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, `${box.value}x`);
		flushSync(() => box.dispatchEvent(new InputEvent('input', { bubbles: true })));
		document.body.getBoundingClientRect();
	},

	/** As with a wheel, or as with the scrollbar's handle: from one frame to the next. Answers how many rows are drawn. */
	async scroll(far: boolean): Promise<number> {
		const scroller = document.querySelector('[data-slot="pc-scroller"]')!;
		scroller.scrollTop += far ? scroller.scrollHeight / 70 : 110;
		await frame();
		await frame();
		return scroller.querySelectorAll('tr').length;
	},
};

Object.assign(window, { bench });
