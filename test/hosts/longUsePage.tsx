import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerDialog, CustomerForm, CustomersProvider, CustomerTable } from '../../src/index';
import '../../src/styles.css';
import { sampleCustomers } from '../../src/testing';

declare global {
	/** What somebody does all day, and how a page is left. */
	var day: typeof use;
}

const memory = memoryBackend({ customers: sampleCustomers(2600) });
let answered = 0;
const backend: typeof memory = { ...memory, list: (...request) => memory.list(...request).finally(() => answered++) };

const main = document.querySelector('main')!;
const channel = new MessageChannel();
let client = new QueryClient();
let unmount = () => {};

/** Also in a tab that draws nothing. */
async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) {
		await new Promise((resolve) => {
			channel.port1.onmessage = resolve;
			channel.port2.postMessage(null);
		});
	}
}

const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);
const isReady = () => find('table[aria-busy="false"] tbody a') !== null;

function mount(content: 'table' | 'list' | 'form' | 'dialog'): void {
	const root = createRoot(main.appendChild(document.createElement('div')));
	const state = { limit: 5 };
	root.render(
		<CustomersProvider backend={backend} queryClient={client}>
			{content === 'table' && <CustomerTable initialState={state} getCustomerHref={({ id }) => `/${id}`} selectable />}
			{content === 'list' && <CustomerTable mode="infinite" initialState={state} getCustomerHref={({ id }) => `/${id}`} />}
			{content === 'form' && <CustomerForm defaultCountry="IN" />}
			{content === 'dialog' && <CustomerDialog open onOpenChange={() => {}} defaultCountry="IN" />}
		</CustomersProvider>,
	);
	unmount = () => {
		root.unmount();
		main.replaceChildren();
	};
}

async function show(): Promise<void> {
	mount('table');
	await until(isReady);
}

/**
 * To the next input of the page. React itself keeps the last one that had the focus, and with it all that was around it, until another
 * one has it.
 */
const goOn = () => find('#elsewhere')!.focus();
createRoot(document.body.appendChild(document.createElement('footer'))).render(<input id="elsewhere" aria-label="Elsewhere" />);

const use = {
	/** Everything there is, shown and gone. */
	async mounts(times: number): Promise<void> {
		for (let time = 0; time < times; time++) {
			await show();
			unmount();
			if (time % 5 > 0) continue;
			mount('list');
			await until(isReady);
			unmount();
			for (const content of ['form', 'dialog'] as const) {
				mount(content);
				await until(() => find('input[type="tel"]') !== null);
				find('input[type="tel"]')!.focus();
				unmount();
			}
		}
		goOn();
	},

	async pages(times: number): Promise<void> {
		await show();
		for (let time = 0; time < times; time++) {
			const former = find<HTMLAnchorElement>('tbody a')!.href;
			find('.pc-pager-buttons button:last-child')!.click();
			await until(() => isReady() && find<HTMLAnchorElement>('tbody a')!.href !== former);
		}
	},

	async keys(times: number): Promise<void> {
		await show();
		const box = find<HTMLInputElement>('input[type="search"]')!;
		box.focus();
		for (let time = 0; time < times; time++) {
			const before = answered;
			Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, time.toString(36));
			box.dispatchEvent(new InputEvent('input', { bubbles: true }));
			box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
			await until(() => answered > before && find('table[aria-busy="true"]') === null);
		}
	},

	/** Nothing is shown, and nothing is cached. */
	leave(): void {
		unmount();
		goOn();
		client.clear();
		client = new QueryClient();
	},
};

globalThis.day = use;
