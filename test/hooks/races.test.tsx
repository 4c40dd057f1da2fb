import { onlineManager, QueryClient } from '@tanstack/react-query';
import { act, cleanup } from '@testing-library/react';
import fc from 'fast-check';
import { useEffect, useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { useCustomersContext } from '../../src/hooks/context/customersContext';
import { followChanges } from '../../src/hooks/live/followChanges';
import {
	type Capabilities,
	type Customer,
	type CustomerError,
	customerQueries,
	useCancelSubscription,
	useCheckout,
	useCreateCustomer,
	useCustomer,
	useCustomers,
	useEntitlements,
	useInfiniteCustomers,
	useResumeSubscription,
	useSubscriptions,
	useUpdateCustomer,
} from '../../src/index';
import { runs } from '../long/runs';
import { renderBelow } from './setup';
import { slowWorld } from './slowWorld';

interface Page {
	live: boolean;
	endless: boolean;
	sort: 'name' | undefined;
	query: string | undefined;
	total: 'exact' | undefined;
	me: boolean;
	detail: string | null;
	billing: boolean;
}

/** All that a page may show of customers, and what can be done there. */
function usePage({ live, endless, sort, query, total, me, detail, billing }: Page) {
	const context = useRef(useCustomersContext());
	useEffect(() => (live ? followChanges(context.current) : undefined), [live]);
	const request = { limit: 3, ...(sort && { sort }), ...(query && { query }), ...(total && { total }) };
	// Spread, so that each change is heard of, also of what is looked at in the end alone.
	return {
		page: { ...useCustomers({ ...request, enabled: !endless }) },
		all: { ...useInfiniteCustomers({ ...request, enabled: endless }) },
		detail: { ...useCustomer(detail) },
		me: { ...useCustomer(me ? 'me' : null) },
		subscriptions: { ...useSubscriptions('cus_1', { enabled: billing }) },
		gates: useEntitlements('cus_1', ['reports', 'exports'], { enabled: billing }).map((gate) => ({ ...gate })),
		update: useUpdateCustomer(),
		create: useCreateCustomer(),
		cancel: useCancelSubscription(),
		resume: useResumeSubscription(),
		checkout: useCheckout(),
	};
}

/** One play: a page over a world whose answers come late and in any order. */
function open(live: boolean, world = slowWorld(8), queryClient = new QueryClient(), maxLimit = 3) {
	const offered = memoryBackend().capabilities() as Capabilities;
	const { queryKey } = customerQueries.capabilities({ backend: world.backend });
	queryClient.setQueryData(queryKey, { ...offered, paging: { ...offered.paging, maxLimit } });
	const still = { sort: undefined, query: undefined, total: undefined, me: false, detail: null };
	let shown: Page = { live, endless: true, billing: true, ...still };
	const began = Date.now();
	const view = renderBelow({ backend: world.backend, queryClient, live: false }, usePage, { initialProps: shown });
	/** Versions of customers that the page was told are saved. */
	const saved = new Map<string, number>();
	/** Since when of the world's history the page has to know what its own changes came to: subscriptions one by one, all, and gates. */
	const since = { each: new Map<string, number>(), all: 0, gates: 0 };

	const list = () => view.result.current[shown.endless ? 'all' : 'page'];
	const rows = (): Customer[] => {
		const { data } = list();
		return data ? ('pages' in data ? data.pages.flatMap((page) => page.data) : data.data) : [];
	};
	const show = (changes: Partial<Page>) => {
		shown = { ...shown, ...changes };
		view.rerender(shown);
	};
	const noteSaved = ({ id, version }: Customer) => void saved.set(id, Math.max(Number(version), saved.get(id) ?? 0));
	/** Conflicts that nobody else has caused. */
	const conflicts: string[] = [];
	let meUnknown = false;
	const save = (id: string, seen: string | null | undefined, value: number) => {
		const ifVersion = seen ?? null;
		// Before anything was read of whoever is signed in, nobody knows who that is.
		meUnknown ||= id === 'me' && queryClient.getQueryData(customerQueries.detail({ backend: world.backend }, 'me').queryKey) === undefined;
		const noteConflict = ({ code }: CustomerError) => {
			const whose = id === 'me' ? 'cus_1' : id;
			if (whose === 'cus_1' && meUnknown) return;
			if (code === 'version_conflict' && !world.byOthers.some((one) => one.id === whose && Number(one.version) > Number(ifVersion)))
				conflicts.push(`${id} of version ${ifVersion}`);
		};
		return view.result.current.update.mutateAsync({ id, patch: { name: nameOf(value) }, ifVersion }).then(noteSaved, noteConflict);
	};
	const noteBilling = (what: string) => {
		const at = world.ownAt.get(what)!;
		if (what === 'checkout') since.all = at;
		else since.each.set(what, at);
		since.gates = at;
	};
	/** Who pays is shown by their id, and signed in. */
	const payer = (value: number) => (value < 4 ? 'cus_1' : 'me');
	const mayBuy = () => world.history.at(-1)!.subscriptions.length < 6;

	const steps: Record<string, (value: number) => unknown> = {
		answer: world.answer,
		deliver: world.deliver,
		lose: world.lose,
		tell: world.tell,
		// What a page has just loaded when it begins to listen is not loaded again.
		lapse: () => Date.now() - began > 10_000 && world.lapse(),
		othersJoin: () => world.customers.size < 16 && world.join('z'),
		othersEdit: (value) => world.edit(`cus_${value + 1}`, nameOf(value)),
		othersRemove: (value) => value < 4 && world.remove(`cus_${value + 5}`),
		buy: () => mayBuy() && world.buy(),
		end: (value) => world.end(`sub_${(value % 2) + 1}`),
		more: () =>
			shown.endless && list().fetchStatus === 'idle' && view.result.current.all.hasNextPage && view.result.current.all.fetchNextPage(),
		sort: () => show({ sort: shown.sort ? undefined : 'name' }),
		endless: () => show({ endless: !shown.endless }),
		search: () => show({ query: shown.query ? undefined : 's' }),
		count: () => show({ total: shown.total ? undefined : 'exact' }),
		me: () => show({ me: !shown.me }),
		updateMe: (value) => save('me', view.result.current.me.data?.version, value),
		line: () => onlineManager.setOnline(!onlineManager.isOnline()),
		detail: (value) => show({ detail: shown.detail ? null : (rows()[value]?.id ?? null) }),
		billing: () => show({ billing: !shown.billing }),
		update: (value) => {
			const { id, version } = rows()[value] ?? {};
			return id && save(id, version, value);
		},
		/** Somebody has them already. */
		createAgain: (value) =>
			view.result.current.create
				.mutateAsync({ email: `cus_${value + 1}@example.com`, name: nameOf(value) })
				.then(({ customer, outcome }) => outcome === 'created' && noteSaved(customer)),
		create: (value) =>
			view.result.current.create.mutateAsync({ email: 'new@example.com', name: nameOf(value) }).then(({ customer }) => noteSaved(customer)),
		cancel: (value) => {
			const subscriptionId = `sub_${(value % 3) + 1}`;
			const { cancel } = view.result.current;
			return cancel.mutateAsync({ customerId: payer(value), subscriptionId, timing: 'immediate' }).then(() => noteBilling(subscriptionId));
		},
		resume: (value) => {
			const subscriptionId = `sub_${(value % 3) + 1}`;
			return view.result.current.resume.mutateAsync({ customerId: payer(value), subscriptionId }).then(() => noteBilling(subscriptionId));
		},
		checkout: (value) =>
			mayBuy() &&
			view.result.current.gates.every(({ isPending }) => !isPending) &&
			view.result.current.checkout
				.mutateAsync({ customerId: payer(value), line_items: [{ variant_id: 'pro' }] })
				.then(() => noteBilling('checkout')),
		focus: () => window.dispatchEvent(new Event('visibilitychange')),
	};
	const nameOf = (value: number) => `${'adgjmpsv'[value]}${world.writes()}`;

	return {
		world,
		queryClient,
		view,
		list,
		rows,
		saved,
		conflicts,
		since,
		show,
		shown: () => shown,
		do: (name: string, value: number) => {
			const result = steps[name]!(value);
			// What is lost is lost.
			if (result instanceof Promise) result.catch(() => undefined);
		},
	};
}

type Play = ReturnType<typeof open>;
type Steps = (readonly [string, number])[];

/** Nobody sees that undone what they were told is saved. */
function expectOwnWrites({ rows, saved, view }: Play, when: string) {
	const { detail, me } = view.result.current;
	const seen = [...rows(), detail.data, me.data].filter((one) => one !== undefined);
	for (const { id, version } of seen)
		if (Number(version) < (saved.get(id) ?? 0)) expect.fail(`${id} is shown as it was before, after: ${when}`);
}

/** All has come that anybody waits for. */
function expectRest({ queryClient, world, view, list, shown }: Play) {
	expect(world.waiting(), 'calls on their way').toBe(0);
	expect(queryClient.isFetching() + queryClient.isMutating(), 'busy').toBe(0);
	const { detail, me, subscriptions, gates, update, create, cancel, resume, checkout } = view.result.current;
	const { billing, detail: opened, me: own } = shown();
	const pending = {
		list: list(),
		...(opened && { detail }),
		...(own && { me }),
		...(billing && { subscriptions, gate: gates[0]!, other: gates[1]! }),
	};
	const busy = { ...pending, update, create, cancel, resume, checkout };
	expect(Object.entries(busy).flatMap(([what, { isPending }]) => (isPending ? what : []))).toEqual([]);
}

/** What is followed is shown as it is. */
function expectNow({ world, view, rows, shown }: Play) {
	const { detail, me, subscriptions, gates } = view.result.current;
	expect(rows()).toEqual(rows().map(({ id }) => world.customers.get(id)));
	const now = world.customers.get(shown().detail ?? '');
	if (now) expect(detail.data).toEqual(now);
	if (shown().me) expect(me.data).toEqual(world.customers.get('cus_1'));
	const { subscriptions: bought, hasPro } = world.history.at(-1)!;
	if (!shown().billing) return;
	expect([...subscriptions.data!].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(bought);
	expect(gates.map(({ data }) => data?.has_access)).toEqual([hasPro, hasPro]);
}

/** There are as many as are shown, where all are. */
function expectTotal({ list, rows }: Play) {
	const { data } = list();
	const pages = data && ('pages' in data ? data.pages : [data]);
	const first = pages?.[0]?.total;
	if (!first) return;
	if (pages.at(-1)?.next === null) expect(first.value).toBe(rows().length);
	else expect(first.value).toBeGreaterThanOrEqual(rows().length);
}

/** What was changed here is shown as it was when it was changed, or later. */
function expectOwnBilling({ world, view, since, shown }: Play) {
	if (!shown().billing) return;
	const { subscriptions, gates } = view.result.current;
	const ids = (all: readonly { id: string }[]) =>
		all
			.map(({ id }) => id)
			.sort()
			.join();
	expect(world.history.slice(since.all).map((then) => ids(then.subscriptions))).toContain(ids(subscriptions.data!));
	for (const { id, status } of subscriptions.data!) {
		const later = world.history.slice(since.each.get(id) ?? 0);
		expect(later.map((then) => then.subscriptions.find((one) => one.id === id)?.status)).toContain(status);
	}
	for (const { data } of gates) expect(world.history.slice(since.gates).map(({ hasPro }) => hasPro)).toContain(data?.has_access);
}

async function playOut(steps: Steps, live: boolean, maxLimit?: number) {
	const play = open(live, undefined, undefined, maxLimit);
	const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
	const deliverAll = async () => {
		for (let times = 0; play.world.waiting() > 0; times++) {
			if (times > 500) expect.fail('asks without end');
			act(() => play.world.deliver(0));
			await pass(0);
		}
	};
	await pass(0);
	for (const [name, value] of steps) {
		if (name !== 'wait') act(() => play.do(name, value));
		await pass(name === 'wait' ? value : 0);
		expectOwnWrites(play, `${name} ${value}`);
	}
	act(() => onlineManager.setOnline(true));
	// Longer than a page waits to be told, to ask, and to try again.
	for (let turn = 0; turn < 8; turn++) {
		act(() => play.world.tell());
		await deliverAll();
		await pass(1_100);
		expectOwnWrites(play, 'all');
	}
	// What failed is there once it is asked for again.
	const { page, all, detail, me, subscriptions, gates } = play.view.result.current;
	for (const one of [page, all, detail, me, subscriptions, ...gates])
		if (one.isError && one.error.code === 'unreachable') act(() => void one.refetch());
	await pass(0);
	await deliverAll();
	expectRest(play);
	if (!hasLost(steps)) expect(play.conflicts).toEqual([]);
	if (live) {
		expectNow(play);
		expectTotal(play);
	} else expectOwnBilling(play);
}

/** Whoever was not told what became of an edit does not know the version either. */
const hasLost = (steps: Steps) => steps.some(([name]) => name === 'lose');

const often = ['deliver', 'deliver', 'deliver', 'deliver', 'answer', 'answer', 'tell', 'othersEdit', 'update', 'more'];
const once = [
	'othersJoin',
	'othersRemove',
	'buy',
	'end',
	'sort',
	'endless',
	'search',
	'count',
	'me',
	'updateMe',
	'line',
	'detail',
	'billing',
	'create',
	'createAgain',
	'cancel',
	'resume',
	'checkout',
	'focus',
];
const step = (names: string[]) => fc.tuple(fc.constantFrom(...names), fc.nat(7));
const wait = fc.tuple(fc.constant('wait'), fc.constantFrom(0, 100, 1_100, 1_100, 31_000));

const playOf = (text: string): Steps =>
	text
		.split(', ')
		.map((one) => one.split(' ') as [string, string])
		.map(([name, value]) => [name, Number(value)]);

/** Plays that went wrong once. */
const known = [
	'resume 0, deliver 7',
	'deliver 2, checkout 0, resume 0',
	'deliver 0, cancel 0, end 3, deliver 0, answer 0, deliver 7',
	'answer 4, billing 0, buy 0, tell 0, wait 1100, billing 0',
	'answer 0, othersRemove 1, tell 0, wait 1100',
	'answer 0, othersRemove 1, endless 0, tell 0, wait 31000, endless 0',
	'deliver 0, update 0, more 0, deliver 3, more 0',
	'deliver 0, othersEdit 5, more 0, tell 0, wait 1100, deliver 3',
	'deliver 0, othersEdit 5, tell 0, wait 100, more 0, deliver 2',
	'deliver 0, othersEdit 5, tell 0, wait 50, more 0, wait 1100, deliver 2',
	'deliver 0, more 0, endless 0, othersRemove 1, tell 0, wait 1100, endless 0',
	'sort 0, deliver 3, othersJoin 0, othersEdit 2',
	'sort 0, deliver 3, more 0, deliver 3, othersJoin 0, othersEdit 3',
	'deliver 0, othersEdit 6, tell 0, wait 100, answer 2, update 1, deliver 0, deliver 2',
	'deliver 0, update 0, answer 2, othersEdit 7, tell 0, wait 50, detail 0, deliver 3, deliver 2',
	'deliver 0, deliver 0, deliver 0, cancel 6, deliver 0, deliver 0',
	'deliver 0, deliver 0, deliver 0, checkout 4, deliver 0, deliver 0',
	'billing 0, count 0, deliver 0, deliver 0, deliver 0, deliver 0, more 0, deliver 0, more 0, deliver 0, othersRemove 0, tell 0, wait 1100, deliver 0',
	'billing 0, count 0, deliver 0, deliver 0, deliver 0, deliver 0, more 0, deliver 0, more 0, deliver 0, create 0, deliver 0',
	'deliver 0, sort 0, me 0, deliver 3, deliver 2, updateMe 0, update 0',
	'sort 0, deliver 7, update 0, cancel 0, me 0, deliver 5, updateMe 0',
].map(playOf);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	onlineManager.setOnline(true);
});

it.each([
	['that is told of changes', true, [], ''],
	['that is told of gaps', true, ['lapse', 'lapse', 'othersRemove', 'othersJoin'], 'deliver 0, more 0, deliver 2, wait 11000'],
	['that is told of none', false, [], ''],
	['whose calls are lost at times', false, ['lose'], ''],
] as const)(
	'shows on a page %s what is stored, however late answers come',
	async (_page, live, more, first) => {
		const steps = fc.array(
			fc.oneof({ weight: 5, arbitrary: step([...often, ...more]) }, { weight: first ? 1 : 4, arbitrary: step(once) }, wait),
			{
				maxLength: 25,
				size: 'max',
			},
		);
		const property = fc.asyncProperty(steps, fc.constantFrom(3, 7, 100), async (all, maxLimit) => {
			try {
				await playOut([...(first ? playOf(first) : []), ...all], live, maxLimit);
			} finally {
				cleanup();
				vi.clearAllTimers();
				onlineManager.setOnline(true);
			}
		});
		await fc.assert(property, {
			numRuns: runs(60),
			examples: known.map((one): [Steps, number] => [one, 3]),
		});
	},
	600_000,
);

it('keeps an endless list right that nobody looks at for a while: it is not asked for again when it is shown', async () => {
	const { world, queryClient, view, ...play } = open(true);
	const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
	await pass(0);
	for (const [name, value] of [
		['deliver', 0],
		['more', 0],
		['deliver', 2],
	] as const) {
		act(() => play.do(name, value));
		await pass(0);
	}
	expect(play.rows().map(({ id }) => id)).toEqual(['cus_8', 'cus_7', 'cus_6', 'cus_5', 'cus_4', 'cus_3']);
	view.unmount();
	world.edit('cus_4', 'a');
	world.tell();
	await pass(100);
	while (world.waiting() > 0) world.deliver(0);
	await pass(100);
	const again = open(true, world, queryClient);
	await pass(0);
	expect(again.rows()[4]).toEqual(world.customers.get('cus_4'));
	cleanup();
});

/** A page that is told of changes, some time after it was opened, and how time passes and all that is asked comes. */
async function openLong() {
	const play = open(true);
	const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
	const deliverAll = async () => {
		for (await pass(1_100); play.world.waiting() > 0; await pass(0)) act(() => play.world.deliver(0));
	};
	await deliverAll();
	await pass(11_000);
	return { ...play, pass, deliverAll };
}

it.each([
	'wait 11000, resume 0, deliver 5, buy 0, lapse 0',
	'wait 11000, deliver 1, buy 0, lapse 0',
	'deliver 0, more 0, deliver 2, wait 11000, othersRemove 1, lapse 0',
	'deliver 0, more 0, deliver 2, wait 11000, lapse 0, othersRemove 1, lapse 0',
	'wait 11000, count 0, deliver 3, othersEdit 5, lapse 0',
	'deliver 0, more 0, deliver 2, wait 11000, deliver 0, more 0, deliver 0, update 0, deliver 0, updateMe 0, cancel 0, update 7, answer 3',
	'deliver 0, more 0, deliver 2, wait 11000, othersEdit 2, line 0, deliver 0, deliver 0, more 0, lapse 0, wait 1100, deliver 0',
	'createAgain 0, deliver 0, deliver 0, buy 0',
	'deliver 0, deliver 0, deliver 0, detail 0, deliver 0, createAgain 7, update 0, answer 0, answer 0, deliver 1, deliver 0',
	'deliver 0, more 0, deliver 2, wait 11000, deliver 0, deliver 0, updateMe 0, deliver 0, lapse 0, wait 100, more 0, deliver 0, deliver 0, deliver 0, othersEdit 0',
	'deliver 0, more 0, deliver 2, wait 11000, createAgain 6, deliver 2, othersRemove 2',
	'sort 0, deliver 3, detail 0, deliver 3, update 0, updateMe 0, answer 3, answer 3, deliver 4',
])('shows after a gap what is stored: %s', async (play) => {
	for (const maxLimit of [3, 7, 100]) {
		await playOut(playOf(play), true, maxLimit);
		cleanup();
		onlineManager.setOnline(true);
	}
});

it('asks again after a gap for what was on its way when it was told', async () => {
	const { world, view, pass, deliverAll, ...play } = await openLong();
	for (const [name, value] of [
		['detail', 0],
		['sort', 0],
	] as const) {
		act(() => play.do(name, value));
		await pass(1);
	}
	expect(world.waiting()).toBe(2);
	for (const at of [0, 0]) world.answer(at);
	world.edit('cus_8', 'a');
	world.edit('cus_1', 'b');
	act(() => world.lapse());
	await pass(10);
	for (const at of [0, 0]) act(() => world.deliver(at));
	await deliverAll();
	const { detail } = view.result.current;
	expect(detail.data).toEqual(world.customers.get('cus_8'));
	expect(play.rows()).toEqual(play.rows().map(({ id }) => world.customers.get(id)));
	expect(play.rows().map(({ id }) => id)).toContain('cus_1');
	cleanup();
});

it('shows a customer who was not there once others have made them', async () => {
	const { world, view, pass, deliverAll, ...play } = await openLong();
	play.show({ detail: 'cus_9' });
	await deliverAll();
	expect(view.result.current.detail.error?.code).toBe('not_found');
	world.join('late');
	act(() => world.tell());
	await deliverAll();
	expect(view.result.current.detail.data).toEqual(world.customers.get('cus_9'));
	cleanup();
});
