import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import type { CustomerChange } from '../../src/client';
import {
	type Customer,
	type CustomerBackend,
	CustomerDetail,
	CustomerError,
	CustomerForm,
	CustomerTable,
	EntitlementGate,
	SubscriptionList,
	useCapabilities,
	useCustomer,
	useInfiniteCustomers,
} from '../../src/index';
import { ar } from '../../src/locales/ar';
import { withMe } from '../../src/testing';
import * as see from '../elements';
import { recorded } from '../hooks/setup';
import { people } from '../people';
import { renderWith } from './renderWith';

afterEach(() => void vi.restoreAllMocks());

const href = ({ id }: Customer) => `/customers/${id}`;

/** A backend whose changes are made by others, and what was asked of it since `watch`. */
async function shared(count = 15, options: Parameters<typeof memoryBackend>[0] = {}) {
	const others = memoryBackend({ customers: people(count), ...options });
	let listening = 0;
	const subscribe: CustomerBackend['subscribe'] = (...args) => {
		listening++;
		const stop = others.subscribe!(...args);
		return () => {
			listening--;
			stop();
		};
	};
	const { backend, calls } = recorded({ ...others, subscribe });
	const asked = () => calls.filter(({ method }) => method !== 'capabilities' && method !== 'subscribe').map(({ method }) => method);
	return {
		others,
		backend,
		asked,
		begun: () => waitFor(() => expect(listening).toBe(1)),
		listening: () => listening,
		forget: () => void calls.splice(0),
	};
}

/** The same where the test itself tells of changes. */
async function told(count: number) {
	let tell: (change: CustomerChange) => void = () => {};
	const subscribe: CustomerBackend['subscribe'] = (onChange) => {
		tell = onChange;
		return () => {};
	};
	const others = memoryBackend({ customers: people(count) });
	const { backend, calls } = recorded({ ...others, subscribe });
	return {
		others,
		backend,
		tell: (change: CustomerChange) => tell(change),
		begun: () => waitFor(() => expect(calls.some(({ method }) => method === 'subscribe')).toBe(true)),
		asked: () => calls.map(({ method }) => method).filter((method) => method !== 'capabilities' && method !== 'subscribe'),
		forget: () => void calls.splice(0),
	};
}

/** What stays the same of a customer who is renamed. */
/** Who has no name is called by their email, in one cell for both. */
const shownEmails = () => see.rowLinks().map((link) => see.cellsOf(link).find(({ textContent }) => textContent.includes('@'))!.textContent);
/** Longer than what changes together is waited for, and than a page waits until it follows. */
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 700)));

/** A list of a host's own, page after page. */
function Endless({ onDraw }: { onDraw?: () => void }) {
	const { data, fetchNextPage } = useInfiniteCustomers();
	useCapabilities();
	onDraw?.();
	return (
		<>
			<button type="button" onClick={() => void fetchNextPage()}>
				More
			</button>
			{data?.pages
				.flatMap((page) => page.data)
				.map(({ id, name }) => (
					<p key={id}>{name}</p>
				))}
		</>
	);
}

describe('a table beside which others work', () => {
	it('tells of new customers without moving a row, and shows them when asked, with one request', async () => {
		const { others, backend, begun, asked, forget } = await shared();
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { backend, scope: '' });
		await see.findRowLink('person1@example.com');
		await begun();
		const before = shownEmails();
		forget();
		for (const name of ['x', 'y', 'z']) await act(() => others.create({ email: `${name}@example.com` }));
		const news = await screen.findByRole('button', { name: '3 new customers' });
		expect(shownEmails()).toEqual(before);
		expect(asked()).toEqual([]);
		await user.click(news);
		await see.findRowLink('z@example.com');
		// Made within a millisecond, in whichever order.
		expect(shownEmails().slice(0, 4).sort()).toEqual(['person1@example.com', 'x@example.com', 'y@example.com', 'z@example.com']);
		expect(asked()).toEqual(['list']);
		expect(screen.queryByRole('button', { name: /new customer/ })).toBeNull();
		expect(document.activeElement).not.toBe(document.body);
	});

	it('tells it to those who hear it, in their language', async () => {
		const { others, backend, begun } = await shared();
		renderWith(<CustomerTable />, { backend, scope: '', locale: ar });
		await begun();
		await act(() => others.create({ email: 'x@example.com' }));
		const news = await screen.findByRole('button', { name: 'عميل جديد واحد' });
		expect(news.closest('[role="status"]')).not.toBeNull();
	});

	it('shows in place who was changed, asks for nobody else, and for nothing where nobody is shown', async () => {
		const { others, backend, begun, asked, forget } = await shared(45);

		renderWith(<CustomerTable getCustomerHref={href} />, { backend, scope: '' });
		await see.findRowLink('person1@example.com');
		await begun();
		// The next page, ahead.
		await waitFor(() => expect(asked()).toHaveLength(3));
		forget();
		await act(() => others.update('cus_7', { name: 'Zara Khan' }));
		await screen.findByText('Zara Khan');
		expect(shownEmails()[6]).toBe('person7@example.com');
		await act(() => others.update('cus_44', { name: 'On another page' }));
		await settled();
		expect(asked()).toEqual(['get']);
		expect(screen.queryByRole('button', { name: /new customer/ })).toBeNull();
	});

	it('asks for the page, and once, where many of it were changed', async () => {
		const { others, backend, begun, asked, forget } = await shared();
		renderWith(<CustomerTable getCustomerHref={href} />, { backend, scope: '' });
		await see.findRowLink('person1@example.com');
		await begun();
		forget();
		await act(async () => {
			for (let at = 1; at <= 12; at++) await others.update(`cus_${at}`, { name: `Changed ${at}` });
		});
		await screen.findByText('Changed 12');
		await settled();
		expect(asked()).toEqual(['list']);
	});

	it('finds out who of the new ones belongs to a search, and says nothing of the others', async () => {
		const { others, backend, begun } = await shared();
		renderWith(<CustomerTable getCustomerHref={href} initialState={{ query: 'person1' }} />, { backend, scope: '' });
		await see.findRowLink('person1@example.com');
		await begun();
		const before = shownEmails();
		await act(() => others.create({ email: 'somebody@example.com' }));
		await settled();
		expect(screen.queryByRole('button', { name: /new customer/ })).toBeNull();
		await act(() => others.create({ email: 'person1000@example.com' }));
		await screen.findByRole('button', { name: '1 new customer' });
		expect(shownEmails()).toEqual(before);
	});

	it('says nothing of what was done here, and asks no more for it than without', async () => {
		const { backend, begun, asked, forget } = await shared();
		const { user } = renderWith(
			<>
				<CustomerTable getCustomerHref={href} />
				<CustomerForm />
			</>,
			{ backend, scope: '' },
		);
		await see.findRowLink('person1@example.com');
		await begun();
		await user.type(screen.getByRole('textbox', { name: /^Email/ }), 'own@example.com');
		forget();
		await user.click(screen.getByRole('button', { name: 'Create customer' }));
		await see.findRowLink('own@example.com');
		await settled();
		// Whether somebody has the email, then the two that it takes without.
		expect(asked()).toEqual(['list', 'create', 'list']);
		expect(screen.queryByRole('button', { name: /new customer/ })).toBeNull();
	});

	it('keeps the rows where they are after a gap, too', async () => {
		let tell: Parameters<NonNullable<CustomerBackend['subscribe']>>[0] = () => {};
		const others = memoryBackend({ customers: people(15) });
		const subscribe: CustomerBackend['subscribe'] = (onChange) => {
			tell = onChange;
			return () => {};
		};
		const { backend, count } = recorded({ ...others, subscribe });
		renderWith(<CustomerTable getCustomerHref={href} />, { backend, scope: '' });
		await see.findRowLink('person1@example.com');
		await waitFor(() => expect(count('subscribe')).toBe(1));
		const [before, lists] = [shownEmails(), count('list')];
		await others.create({ email: 'x@example.com' });
		await others.update('cus_2', { name: 'Zara Khan' });
		// What a page has just loaded is not loaded again because it began to listen.
		act(() => tell({ type: 'resync' }));
		await settled();
		expect(count('list')).toBe(lists);
		const { now } = Date;
		vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
		act(() => tell({ type: 'resync' }));
		await screen.findByText('Zara Khan');
		await screen.findByRole('button', { name: '1 new customer' });
		expect(shownEmails()).toEqual(before);
		expect(count('list')).toBe(lists + 1);
		vi.restoreAllMocks();
	});

	it('listens once however many providers there are, and no more once all are gone', async () => {
		const { backend, begun, listening } = await shared();
		renderWith(
			<>
				<CustomerTable />
				<CustomerTable tableId="other" />
			</>,
			{ backend, scope: '' },
		);
		await begun();
		cleanup();
		await waitFor(() => expect(listening()).toBe(0));
	});

	it('shows its rows before it listens', async () => {
		vi.useFakeTimers();
		onTestFinished(() => void vi.useRealTimers());
		const { backend, begun, listening } = await shared();
		renderWith(<CustomerTable getCustomerHref={href} />, { backend, scope: '' });
		await act(() => vi.advanceTimersByTimeAsync(200));
		await act(() => vi.dynamicImportSettled());
		expect(see.rowLinks()).toHaveLength(15);
		expect(listening()).toBe(0);
		await act(() => vi.advanceTimersByTimeAsync(500));
		vi.useRealTimers();
		await begun();
	});

	it('does not listen once it has gone', async () => {
		const { backend, listening } = await shared();
		renderWith(<CustomerTable getCustomerHref={href} />, { backend, scope: '' });
		await see.findRowLink('person1@example.com');
		cleanup();
		await settled();
		await waitFor(() => expect(listening()).toBe(0));
	});

	it('shows at once who comes into a list that shows nobody', async () => {
		const { others, backend, begun } = await shared(0);
		renderWith(<CustomerTable getCustomerHref={href} />, { backend, scope: '' });
		await screen.findAllByText('No customers yet');
		await begun();
		await act(() => others.create({ email: 'x@example.com' }));
		await see.findRowLink('x@example.com');
		expect(screen.queryByRole('button', { name: /new customer/ })).toBeNull();
	});

	it.each([1, 7])('lets %i rows go that were deleted, and calls nobody new who moves up', async (count) => {
		const gone = new Set<string>();
		const { others, backend: right, tell, begun, asked, forget } = await told(25);
		const notFound = () => Promise.reject(new CustomerError('not_found'));
		const backend: CustomerBackend = {
			...right,
			get: (id, call) => (gone.has(id) ? notFound() : right.get(id, call)),
			list: async (request, call) => {
				const { data, ...page } = await right.list({ ...request, limit: 100 }, call);
				return { ...page, data: data.filter(({ id }) => !gone.has(id)).slice(0, request?.limit ?? 20), next: 'next' };
			},
		};
		renderWith(<CustomerTable getCustomerHref={href} />, { backend, scope: '' });
		await see.findRowLink('person1@example.com');
		await begun();
		const before = shownEmails();
		forget();
		for (let at = 3; at < 3 + count; at++) gone.add(`cus_${at}`);
		await act(async () => {
			for (const id of gone) tell({ type: 'updated', id });
		});
		await waitFor(() => expect(shownEmails()).toEqual(before.filter((_, at) => !gone.has(`cus_${at + 1}`))));
		await settled();
		expect(screen.queryByRole('button', { name: /new customer/ })).toBeNull();
		// After a gap nobody is told of by name.
		gone.add('cus_2');
		const { now } = Date;
		vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
		await act(async () => tell({ type: 'resync' }));
		await waitFor(() => expect(shownEmails()).not.toContain('person2@example.com'));
		vi.restoreAllMocks();
		await settled();
		expect(screen.queryByRole('button', { name: /new customer/ })).toBeNull();
		expect(asked().length).toBeLessThan(8);
		expect(others).toBeTruthy();
	});

	it('mends each page of an endless list where the change is', async () => {
		const { others, backend, begun, asked, forget } = await shared(45);
		const { user } = renderWith(<Endless />, { backend, scope: '' });
		await screen.findByText('Person 1');
		await user.click(screen.getByRole('button'));
		await screen.findByText('Person 40');
		await begun();
		forget();
		await act(async () => {
			for (let at = 21; at <= 30; at++) await others.update(`cus_${at}`, { name: `Changed ${at}` });
		});
		await screen.findByText('Changed 30');
		expect(asked()).toEqual(['list']);
	});

	it('mends after a gap every page of an endless list, a hundred rows with each request, and moves none', async () => {
		const gone = new Set<string>();
		const looked: string[] = [];
		const { others, backend: right, tell, begun, asked, forget } = await told(145);
		const backend: CustomerBackend = {
			...right,
			get: (id) => {
				looked.push(id);
				return Promise.reject(new CustomerError('not_found'));
			},
			list: async (request, call) => {
				const page = await right.list({ ...request, limit: Math.min(100, (request?.limit ?? 20) + gone.size) }, call);
				const data = page.data.filter(({ id }) => !gone.has(id)).slice(0, request?.limit ?? 20);
				return { ...page, data };
			},
		};
		let draws = 0;
		const { user, container } = renderWith(<Endless onDraw={() => draws++} />, { backend, scope: '' });
		await screen.findByText('Person 1');
		for (let last = 40; last <= 140; last += 20) {
			await user.click(screen.getByRole('button'));
			await screen.findByText(`Person ${last}`);
		}
		await begun();
		const shown = () => [...container.querySelectorAll('p')].map(({ textContent }) => textContent);
		const before = shown();
		forget();
		// The last of a page, one in the middle, the very last, and one who comes before all.
		for (const at of [20, 50, 140]) gone.add(`cus_${at}`);
		await others.update('cus_130', { name: 'Zara Khan' });
		await others.create({ email: 'x@example.com' });
		draws = 0;
		const { now } = Date;
		vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
		await act(async () => tell({ type: 'resync' }));
		await screen.findByText('Zara Khan');
		await settled();
		vi.restoreAllMocks();
		const left = before.filter((name) => !['Person 20', 'Person 50', 'Person 140'].includes(name!));
		expect(shown()).toEqual(left.map((name) => (name === 'Person 130' ? 'Zara Khan' : name)));
		// Whoever is not there may be elsewhere.
		expect(asked()).toEqual(['list', 'list']);
		expect(looked).toEqual([...gone]);
		expect(draws).toBe(2);
	});

	it('asks nothing where nobody looks, and all of it at once when somebody does', async () => {
		const { others, backend, begun, asked, forget } = await shared();
		renderWith(<CustomerTable getCustomerHref={href} />, { backend, scope: '' });
		await see.findRowLink('person1@example.com');
		await begun();
		forget();
		const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
		await act(async () => {
			for (const name of ['Zara', 'Yara']) await others.update('cus_3', { name });
		});
		await settled();
		expect(asked()).toEqual([]);
		hidden.mockRestore();
		act(() => void document.dispatchEvent(new Event('visibilitychange')));
		await screen.findByText('Yara');
		expect(asked()).toEqual(['get']);
	});

	it('does not follow where the host does not want it', async () => {
		const { others, backend, listening } = await shared();
		renderWith(<CustomerTable getCustomerHref={href} />, { backend, scope: '', live: false });
		await see.findRowLink('person1@example.com');
		await others.create({ email: 'x@example.com' });
		await settled();
		expect(listening()).toBe(0);
		expect(screen.queryByRole('button', { name: /new customer/ })).toBeNull();
	});

	it('does not listen where the backend says that it tells nothing', async () => {
		const quiet = memoryBackend({ customers: people(3), capabilities: { live: false } });
		const subscribe = vi.fn();
		renderWith(<CustomerTable getCustomerHref={href} />, { backend: { ...quiet, subscribe }, scope: '' });
		await see.findRowLink('person1@example.com');
		await settled();
		expect(subscribe).not.toHaveBeenCalled();
	});
});

describe('a customer whom others change', () => {
	it('is shown as they are now, with what they have bought', async () => {
		const billing = {
			plans: [{ variant_id: 'pro', name: 'Pro', price: { amount: 900, currency: 'EUR', interval: 'month' as const } }],
			grants: { pro: ['reports'] },
		};
		const { others, backend, begun } = await shared(3, { billing });
		renderWith(
			<>
				<CustomerDetail customerId="cus_1" />
				<EntitlementGate customerId="cus_1" featureId="reports">
					<p>The reports</p>
				</EntitlementGate>
			</>,
			{ backend, scope: '' },
		);
		await screen.findByRole('heading', { name: 'Person 1' });
		await begun();
		expect(screen.queryByText('The reports')).toBeNull();
		await act(() => others.update('cus_1', { name: 'Zara Khan' }));
		await screen.findByRole('heading', { name: 'Zara Khan' });
		const urls = { success_url: 'https://shop.test/yes', cancel_url: 'https://shop.test/no' };
		const { url } = await others.createCheckout!('cus_1', { line_items: [{ variant_id: 'pro' }], ...urls });
		others.vendor!.pay(new URL(url!).searchParams.get('session')!);
		await act(async () => others.vendor!.settle());
		await screen.findByText('The reports');
	});
});

describe('whoever is signed in', () => {
	it('has what they bought at once, though nothing but "me" is known of them', async () => {
		const billing = {
			plans: [{ variant_id: 'pro', name: 'Pro', price: { amount: 900, currency: 'EUR', interval: 'month' as const } }],
			grants: { pro: ['reports'] },
		};
		const { others, backend, begun, asked, forget } = await shared(3, { billing });
		renderWith(
			<>
				<SubscriptionList customerId="me" />
				<EntitlementGate customerId="me" featureId="reports" fallback={<p>No reports</p>}>
					<p>The reports</p>
				</EntitlementGate>
			</>,
			{ backend: withMe(backend, { id: 'cus_2' }), scope: '' },
		);
		await screen.findByText('No reports');
		await begun();
		forget();
		// Somebody else's: who one is has to be asked once.
		await act(() => others.update('cus_1', { name: 'Zara Khan' }));
		await settled();
		expect(asked()).toEqual(['get']);
		const urls = { success_url: 'https://shop.test/yes', cancel_url: 'https://shop.test/no' };
		const { url } = await others.createCheckout!('cus_2', { line_items: [{ variant_id: 'pro' }], ...urls });
		others.vendor!.pay(new URL(url!).searchParams.get('session')!);
		await act(async () => others.vendor!.settle());
		await screen.findByText('The reports');
		expect(asked().filter((method) => method === 'get')).toHaveLength(1);
	});
});

function Edit() {
	const { data } = useCustomer('cus_1');
	return data ? <CustomerForm customer={data} /> : null;
}

describe('an edit that others go on with meanwhile', () => {
	async function editing() {
		const { others, backend, begun } = await shared(3);
		const { user } = renderWith(<Edit />, { backend, scope: '' });
		const name = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Name/ });
		await begun();
		return { others, user, name };
	}

	it('gets the notice before saving, keeps typing and focus, and saves what was chosen', async () => {
		const { others, user, name } = await editing();
		await user.clear(name);
		await user.type(name, 'Mine');
		await act(() => others.update('cus_1', { name: 'Theirs' }));
		const choice = await screen.findByRole('group', { name: /Name/ });
		within(choice).getAllByText('Theirs');
		await waitFor(() =>
			expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Someone else changed this customer meanwhile'),
		);
		expect(document.activeElement).toBe(name);
		await user.type(name, ' too');
		expect(name.value).toBe('Mine too');
		await user.click(screen.getByRole('button', { name: /Save/ }));
		await waitFor(async () => expect((await others.get('cus_1')).name).toBe('Mine too'));
	});

	it('takes in what only the others changed, and is not bothered', async () => {
		const { others, user, name } = await editing();
		await user.clear(name);
		await user.type(name, 'Mine');
		await act(() => others.update('cus_1', { email: 'theirs@example.com' }));
		await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Email/ }).value).toBe('theirs@example.com'));
		expect(name.value).toBe('Mine');
		expect(screen.queryByRole('group', { name: /Name/ })).toBeNull();
	});

	it('is not told any more once the others take it back', async () => {
		const { others, user, name } = await editing();
		await user.clear(name);
		await user.type(name, 'Mine');
		await act(() => others.update('cus_1', { name: 'Theirs' }));
		await screen.findByRole('group', { name: /Name/ });
		await act(() => others.update('cus_1', { name: 'Person 1' }));
		await waitFor(() => expect(screen.queryByRole('group', { name: /Name/ })).toBeNull());
		expect(name.value).toBe('Mine');
	});
});
