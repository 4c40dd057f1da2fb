import { dehydrate, hydrate, onlineManager, QueryClient } from '@tanstack/react-query';
import { act, cleanup } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A server in another time zone, whose table of countries has other names, and so another order. */
const server = { zone: 'Pacific/Kiritimati', nameOf: (code: string) => `${code.split('').reverse().join('')} Land` };
const browserZone = 'America/Los_Angeles';
const created = '2024-03-01T12:00:00.000000Z';
const asha = {
	id: 'cus_1',
	email: 'asha@example.com',
	name: 'Asha Verma',
	phone: '+919876543210',
	address: { line1: '1 Road', line2: null, city: 'Pune', state: 'MH', postal_code: '411001', country: 'IN' },
	created,
	version: '1',
};

/** The kit as one side loads it: what it remembers of names and formats is that side's own. */
async function load() {
	vi.resetModules();
	const [kit, { memoryBackend }, { createElement, StrictMode }] = await Promise.all([
		import('../../src/index'),
		import('../../src/backends/memory'),
		import('react'),
	]);
	const backend = memoryBackend({ customers: [asha], billing: { plans: [], grants: {} } });
	const urlState = kit.controlledUrlState({ value: '?new.created=last7Days', onChange: () => {} });
	const pageOf = (client: QueryClient) =>
		createElement(
			StrictMode,
			null,
			createElement(
				kit.CustomersProvider,
				{ backend, queryClient: client },
				createElement(kit.CustomerTable),
				createElement(kit.CustomerDetail, { customerId: asha.id }),
				createElement(kit.CustomerForm, { defaultCountry: 'IN', guard: false }),
				createElement(kit.CustomerTable, { mode: 'infinite', tableId: 'all' }),
				createElement(kit.CustomerTable, { tableId: 'new', urlState, urlPrefix: 'new.' }),
				createElement(kit.CustomerBrowser, { basePath: '/customers', path: '/customers/cus_1' }),
				createElement(kit.CustomerDetail, { customerId: 'cus_2' }),
				createElement(kit.SubscriptionList, { customerId: asha.id }),
				createElement(kit.CustomerPicker, { defaultValue: asha.id, name: 'customer' }),
				createElement(kit.CustomerPicker, { defaultValue: 'cus_2' }),
				createElement(kit.CustomerExport),
				createElement(kit.CustomerImport),
				createElement(kit.UndoNotice),
			),
		);
	return { backend, pageOf, ...kit };
}

/** When "last 7 days" began, in the time zone of whoever asks. */
function startOfWeek(): string {
	const day = new Date();
	day.setDate(day.getDate() - 6);
	day.setHours(0, 0, 0, 0);
	return day.toISOString();
}

async function serve() {
	process.env.TZ = server.zone;
	const named = vi.spyOn(Intl.DisplayNames.prototype, 'of').mockImplementation(server.nameOf);
	const { backend, pageOf, customerQueries } = await load();
	const client = new QueryClient();
	await Promise.all([
		client.prefetchQuery(customerQueries.capabilities({ backend })),
		client.prefetchQuery(customerQueries.list({ backend })),
		client.prefetchQuery(customerQueries.detail({ backend }, asha.id)),
		client.prefetchQuery(customerQueries.list({ backend }, { created: { gte: startOfWeek() } })),
		client.prefetchInfiniteQuery(customerQueries.infinite({ backend })),
	]);
	const { renderToString } = await import('react-dom/server');
	const html = renderToString(pageOf(client));
	named.mockRestore();
	process.env.TZ = browserZone;
	return { html, state: JSON.parse(JSON.stringify(dehydrate(client))) };
}

describe('a page that a server rendered with customers', () => {
	const zone = process.env.TZ;
	beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => undefined));
	afterEach(() => {
		process.env.TZ = zone;
		cleanup();
		vi.restoreAllMocks();
		document.body.replaceChildren();
	});

	it('comes to life without a complaint, and then speaks as the browser does', async () => {
		const { html, state } = await serve();
		expect(html).toContain('Mar 2, 2024');
		expect(html).toContain('NI Land');

		const { pageOf } = await load();
		const client = new QueryClient();
		hydrate(client, state);
		document.body.innerHTML = `<div>${html}</div>`;
		const onRecoverableError = vi.fn();
		const root = await act(async () => hydrateRoot(document.querySelector('div')!, pageOf(client), { onRecoverableError }));
		expect(onRecoverableError).not.toHaveBeenCalled();
		expect(vi.mocked(console.error).mock.calls).toEqual([]);

		const table = document.querySelector('[data-slot="pc-row"]')!.textContent;
		expect(table).toContain('Mar 1, 2024');
		expect(table).toContain('India');
		expect(document.querySelector('[data-slot="pc-detail-fields"]')!.textContent).toMatch(/March 1, 2024.*India/);
		for (const select of document.querySelectorAll('select:has([value="IN"])'))
			expect([...select.querySelectorAll('option')].map(({ textContent }) => textContent)).toContain('India');
		expect(document.body.textContent).not.toContain('Land');
		act(() => root.unmount());
	});

	it.each([
		['ten minutes later', 600_000, true],
		['two days later', 2 * 86_400_000, true],
		['by a clock that is a day behind', -86_400_000, true],
		['without a network', 60_000, false],
	])('agrees with the server %s', async (_, later, online) => {
		const { html, state } = await serve();
		expect(html).toContain('data-state="ready"');
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + later });
		onlineManager.setOnline(online);
		localStorage.setItem(
			'proyecta-customers:layout:customers',
			JSON.stringify({ version: 1, order: [], hidden: ['phone'], density: 'compact' }),
		);
		try {
			const { pageOf } = await load();
			const client = new QueryClient();
			hydrate(client, state);
			document.body.innerHTML = `<div>${html}</div>`;
			const onRecoverableError = vi.fn();
			const root = await act(async () => hydrateRoot(document.querySelector('div')!, pageOf(client), { onRecoverableError }));
			expect(onRecoverableError).not.toHaveBeenCalled();
			expect(vi.mocked(console.error).mock.calls).toEqual([]);
			act(() => root.unmount());
		} finally {
			vi.useRealTimers();
			onlineManager.setOnline(true);
			localStorage.clear();
		}
	});

	it('keeps what was typed before, where the form saves it from', async () => {
		const { html, state } = await serve();
		const { backend, pageOf } = await load();
		const client = new QueryClient();
		hydrate(client, state);
		document.body.innerHTML = `<div>${html}</div>`;
		const email = document.querySelector<HTMLInputElement>('form [name="email"]')!;
		email.value = 'ravi@example.com';
		const phone = document.querySelector<HTMLInputElement>('form [name="phone"]')!;
		phone.value = '9876543210';
		const root = await act(async () => hydrateRoot(document.querySelector('div')!, pageOf(client)));
		expect(email.value).toBe('ravi@example.com');
		await act(async () => email.form!.requestSubmit());
		await vi.waitFor(async () => {
			const { data } = await backend.list({ email: 'ravi@example.com' });
			expect(data.map((customer) => customer.phone)).toEqual(['+919876543210']);
		}, 10_000);
		act(() => root.unmount());
	});

	it('agrees with the server also where something is loaded that the server had not', async () => {
		await load();
		const [{ lazyPart }, { createElement, Suspense }, { renderToString }] = await Promise.all([
			import('../../src/hooks/context/lazyPart'),
			import('react'),
			import('react-dom/server'),
		]);
		const usePart = lazyPart(() => Promise.resolve({ name: 'loaded' }));
		const Shown = () => createElement('p', null, usePart(true)?.name ?? 'waiting');
		const html = renderToString(createElement(Suspense, null, createElement(Shown)));
		expect(html).toContain('waiting');

		document.body.innerHTML = `<main><i></i></main><div>${html}</div>`;
		const first = await act(async () => hydrateRoot(document.querySelector('main')!, createElement('i')));
		await act(async () => first.render(createElement(Shown)));
		expect(document.querySelector('main')!.textContent).toBe('loaded');
		const onRecoverableError = vi.fn();
		const second = await act(async () =>
			hydrateRoot(document.querySelector('div')!, createElement(Suspense, null, createElement(Shown)), { onRecoverableError }),
		);
		expect(onRecoverableError).not.toHaveBeenCalled();
		expect(document.querySelector('div')!.textContent).toBe('loaded');
		act(() => {
			first.unmount();
			second.unmount();
		});
	});
});
