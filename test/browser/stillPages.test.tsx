import { dehydrate, hydrate, QueryClient } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import type { Subscription } from '../../src/contract/billing';
import {
	CheckoutButton,
	type CustomerBackend,
	CustomerBilling,
	CustomerBrowser,
	CustomerDetail,
	CustomerError,
	CustomerForm,
	CustomerImport,
	CustomersProvider,
	customerQueries,
	type Locale,
} from '../../src/index';
import { ar } from '../../src/locales/ar';
import { hi } from '../../src/locales/hi';
import { sampleCustomers } from '../../src/testing';
import { heldBackend } from './layoutShift/heldBackend';
import { nextFrames, watchShifts } from './layoutShift/watchShifts';
import '../../src/styles.css';

beforeEach(() => history.replaceState(null, '', '/customers'));
afterEach(() => {
	cleanup();
	document.body.replaceChildren();
});

const customers = sampleCustomers(60);
const indian = customers.find(({ address }) => address?.country === 'IN')!;

const features = { featureIds: ['reports', 'exports'] };

/** A backend that sells, and whose customers pay for so many things. */
function selling(count: number): CustomerBackend {
	const period = { started: null, trial_end: null, current_period_end: '2030-01-01T00:00:00.000Z', cancel_at_period_end: false };
	const items = [
		{ variant_id: 'pro', name: 'Pro', quantity: 1, price: { amount: 900, currency: 'EUR', interval: 'month' as const, interval_count: 1 } },
	];
	const subscriptions = Array.from({ length: count }, (_, at): Subscription => ({ id: `sub_${at}`, status: 'active', ...period, items }));
	return { ...memoryBackend({ customers, billing: { plans: [], grants: {} } }), listSubscriptions: async () => subscriptions };
}

const inProvider = (backend: CustomerBackend, children: ReactNode, client = new QueryClient(), locale?: Locale) => (
	<CustomersProvider backend={backend} queryClient={client} {...(locale && { locale })}>
		{children}
	</CustomersProvider>
);

/** Everything that is loaded by itself has come, and what was drawn for it has been seen. */
async function settled(client: QueryClient): Promise<void> {
	await expect.poll(() => client.isFetching()).toBe(0);
	await nextFrames(6);
}

it.each([
	[0, '[data-slot="pc-billing-none"]'],
	[1, '[data-slot="pc-subscription-name"] bdi'],
])('keeps what a page has below the billing where it is, with %i subscriptions', async (count, there) => {
	await page.viewport(768, 900);
	let answer = () => {};
	const told = new Promise<void>((resolve) => {
		answer = resolve;
	});
	const backend = selling(count);
	const late = { ...backend, listSubscriptions: (...args: [string]) => told.then(() => backend.listSubscriptions!(...args)) };
	const { container } = render(
		inProvider(
			late,
			<>
				<CustomerBilling customerId={indian.id} />
				<p>below</p>
			</>,
		),
	);
	const below = () => screen.getByText('below').getBoundingClientRect().top;
	await screen.findByText('Billing');
	await nextFrames(6);
	const before = below();
	answer();
	await expect.poll(() => container.querySelector(there)).not.toBeNull();
	expect(Math.abs(below() - before)).toBeLessThan(0.1);
});

describe.each([320, 768, 1280])('at %i px', (width) => {
	it('keeps title and buttons of the billing where they are while a checkout is opened, and when it fails', async () => {
		await page.viewport(width, 900);
		let fail = () => {};
		const createCheckout = () =>
			new Promise<never>((_, reject) => {
				fail = () => reject(new CustomerError('misconfigured', { requestId: 'req_7Qm2XvT4' }));
			});
		const backend = { ...selling(1), createCheckout };
		const client = new QueryClient();
		render(
			inProvider(backend, <CustomerBilling customerId={indian.id} lineItems={[{ variant_id: 'pro' }]} checkoutLabel="Go Pro" />, client),
		);
		await screen.findByRole('button', { name: 'Go Pro' });
		await settled(client);
		const parts = [screen.getByText('Billing'), ...screen.getAllByRole('button', { name: /Manage billing|Go Pro/ })];
		const places = () => parts.map((part) => part.getBoundingClientRect()).map(({ left, top }) => [left, top]);
		const before = places();
		expect(before.length).toBe(3);
		await userEvent.click(parts[2]!);
		await expect.poll(() => document.querySelector('.pc-session-status:not(:empty)')).not.toBeNull();
		expect(places()).toEqual(before);
		fail();
		const alert = await screen.findByRole('alert');
		expect(places()).toEqual(before);
		expect(alert.getBoundingClientRect().height).toBeLessThan(60);
	});

	it('keeps what stands beside a button in a row of the host where it is, while a checkout is opened and when it fails', async () => {
		await page.viewport(width, 900);
		let fail = () => {};
		const createCheckout = () =>
			new Promise<never>((_, reject) => {
				fail = () => reject(new CustomerError('misconfigured', { requestId: 'req_7Qm2XvT4' }));
			});
		render(
			inProvider(
				{ ...selling(1), createCheckout },
				<div style={{ display: 'flex', gap: 8, alignItems: 'flex-start' }}>
					<button type="button">Before</button>
					<CheckoutButton customerId={indian.id} lineItems={[{ variant_id: 'pro' }]}>
						Go Pro
					</CheckoutButton>
					<button type="button">After</button>
				</div>,
			),
		);
		const buy = await screen.findByRole('button', { name: 'Go Pro' });
		const places = () =>
			screen
				.getAllByRole('button')
				.map((button) => button.getBoundingClientRect())
				.map(({ left, top, width }) => [left, top, width]);
		const before = places();
		expect(before.length).toBe(3);
		await userEvent.click(buy);
		await expect.poll(() => document.querySelector('.pc-session-status:not(:empty)')).not.toBeNull();
		expect(places()).toEqual(before);
		fail();
		const { left, right } = (await screen.findByRole('alert')).getBoundingClientRect();
		expect(places()).toEqual(before);
		expect([left, right]).toEqual([buy.getBoundingClientRect().left, buy.getBoundingClientRect().right]);
	});

	beforeEach(() => page.viewport(width, 2400));

	describe.each([
		['get', 'capabilities', 'listSubscriptions', 'checkEntitlements'],
		['capabilities', 'listSubscriptions', 'checkEntitlements', 'get'],
		['checkEntitlements', 'get', 'listSubscriptions', 'capabilities'],
	] as const)('a customer whose answers come as %s, %s, %s, %s', (...order) => {
		it.each([
			['nobody sells to', () => memoryBackend({ customers }), undefined],
			['who pays for nothing', () => selling(0), undefined],
			['who pays for one thing', () => selling(1), hi],
			['who pays for two', () => selling(2), ar],
		] as const)('%s stays in place', async (name, make, locale) => {
			const { backend, answer } = heldBackend(make());
			const client = new QueryClient();
			const moved = watchShifts();
			const detail = (
				<CustomerDetail customerId={indian.id} headingLevel={1} onEdit={() => {}} billing={name !== 'nobody sells to' && features} />
			);
			render(inProvider(backend, detail, client, locale));
			await nextFrames();
			for (const method of order) {
				await answer(method);
				await nextFrames();
			}
			await screen.findByRole('button', { name: locale?.common.edit ?? 'Edit' });
			await settled(client);
			expect(await moved()).toEqual([]);
		});
	});

	it.each([
		['the data of the server', true],
		['no data', false],
	])('a page of a server stays in place as it comes to life with %s', async (_, prefetched) => {
		const memory = memoryBackend({ customers });
		const { backend, answer } = heldBackend(memory);
		// The pointer may lie where a row appears, which asks for its customer.
		void answer('get');
		const browser = <CustomerBrowser basePath="/customers" path="/customers" />;
		const server = new QueryClient();
		if (prefetched)
			await Promise.all([
				server.prefetchQuery(customerQueries.capabilities({ backend: memory })),
				server.prefetchQuery(customerQueries.list({ backend: memory })),
			]);
		const root = document.body.appendChild(document.createElement('div'));
		const moved = watchShifts();
		root.innerHTML = renderToString(inProvider(memory, browser, server));
		await nextFrames();
		const client = new QueryClient();
		hydrate(client, JSON.parse(JSON.stringify(dehydrate(server))));
		const hydrated = hydrateRoot(root, inProvider(backend, browser, client));
		await nextFrames();
		for (const method of ['list', 'capabilities'] as const) {
			await answer(method);
			await nextFrames();
		}
		await screen.findByRole('checkbox', { name: /^Select all/ });
		await settled(client);
		expect(await moved()).toEqual([]);
		hydrated.unmount();
	});

	it('the way to a customer and back moves nothing', async () => {
		const { backend, answer } = heldBackend(memoryBackend({ customers }));
		const client = new QueryClient();
		for (const method of ['list', 'capabilities', 'get'] as const) void answer(method);
		render(inProvider(backend, <CustomerBrowser basePath="/customers" />, client));
		const moved = watchShifts();
		await userEvent.click((await screen.findAllByRole('link'))[2]!);
		await screen.findByRole('button', { name: 'Edit' });
		history.back();
		await screen.findByRole('checkbox', { name: /^Select all/ });
		await settled(client);
		expect(await moved()).toEqual([]);
	});

	it.each([
		['a new one', undefined],
		['one of India', indian],
	])('the form of %s stays in place, also as a phone is typed', async (_, customer) => {
		const { backend, answer } = heldBackend(memoryBackend({ customers }));
		const client = new QueryClient();
		const moved = watchShifts();
		render(inProvider(backend, <CustomerForm defaultCountry="IN" {...(customer && { customer })} onCancel={() => {}} />, client));
		await nextFrames();
		await answer('capabilities');
		await userEvent.click(screen.getByRole('textbox', { name: /^Phone/ }));
		await expect.poll(() => document.querySelector('[data-slot="pc-phone"]')?.getAttribute('data-status')).toBe('ready');
		await expect.poll(() => document.querySelector('select[aria-busy]')).toBeNull();
		await settled(client);
		expect(await moved()).toEqual([]);
	});

	it('the import stays in place', async () => {
		const { backend, answer } = heldBackend(memoryBackend({ customers }));
		const client = new QueryClient();
		const moved = watchShifts();
		render(inProvider(backend, <CustomerImport />, client));
		await nextFrames();
		await answer('capabilities');
		await settled(client);
		expect(await moved()).toEqual([]);
	});
});
