import { QueryClient } from '@tanstack/react-query';
import { act, cleanup } from '@testing-library/react';
import fc from 'fast-check';
import { useEffect, useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useCustomersContext } from '../../../src/hooks/context/customersContext';
import { followChanges } from '../../../src/hooks/live/followChanges';
import { useCheckout, useCheckoutReturn, useEntitlements, useSubscriptions } from '../../../src/index';
import { runs } from '../../long/runs';
import { renderBelow } from '../setup';
import { slowWorld } from '../slowWorld';

const vendorUrl = 'https://pay.example.com/session';
const address = '/plans';

interface Tab {
	queryClient: QueryClient;
	/** What it remembers. */
	notes: [string, string][];
	href: string;
	/** Its page is the vendor's; ours is kept, as browsers keep it for Back. */
	away: boolean;
	/** It has begun with the vendor's page: there is nothing to go back to. */
	isNew?: boolean;
}

/** A page of plans, what has been bought, and what came of the checkout that led back to it. */
function usePlans({ live, newTab, go }: { live: boolean; newTab: boolean; go: () => void }) {
	const context = useRef(useCustomersContext());
	useEffect(() => (live ? followChanges(context.current) : undefined), [live]);
	return {
		checkout: useCheckout({ open: newTab ? 'new-tab' : go }),
		back: useCheckoutReturn({ customerId: 'cus_1' }),
		subscriptions: { ...useSubscriptions('cus_1') },
		gates: useEntitlements('cus_1', ['reports']).map((gate) => ({ ...gate })),
	};
}

/** One play: two tabs at most, one of which is looked at, and a vendor whose webhooks come when the play says so. */
function open({ live, newTab }: { live: boolean; newTab: boolean }) {
	const world = slowWorld(1, vendorUrl);
	for (const id of ['sub_1', 'sub_2']) world.end(id);
	let tab: Tab = { queryClient: new QueryClient(), notes: [], href: address, away: false };
	let other: Tab | undefined;
	let view: ReturnType<typeof show> | undefined;
	/** Paid, and not told by the vendor yet. */
	let untold = 0;
	let paid = 0;
	/** How the page that is looked at was last come back to, and what was bought by then. */
	let came: { outcome: 'none' | 'left' | 'done'; bought: number } = { outcome: 'none', bought: 0 };
	/** What there was when somebody left to pay. */
	let leftWith = 0;
	const bought = () => world.history.at(-1)!.subscriptions.length;

	function show() {
		history.replaceState(null, '', tab.href);
		sessionStorage.clear();
		for (const [key, value] of tab.notes) sessionStorage.setItem(key, value);
		return renderBelow({ backend: world.backend, queryClient: tab.queryClient, live: false }, usePlans, {
			initialProps: { live, newTab, go },
		});
	}
	const hide = () => {
		tab.notes = Object.entries(sessionStorage);
		tab.href = `${window.location.pathname}${window.location.search}`;
		view?.unmount();
	};
	/** The page is loaded, as by a link. */
	const load = (href: string) => {
		hide();
		tab = { ...tab, queryClient: new QueryClient(), href, away: false, isNew: false };
		view = show();
	};
	const leave = () => {
		leftWith = bought();
	};
	/** This page goes to the vendor's. */
	function go() {
		leave();
		tab.away = true;
	}
	view = show();
	vi.spyOn(window, 'open').mockImplementation(() => {
		const notes = new Map<string, string>();
		const sessionStorage = { setItem: (key: string, value: string) => void notes.set(key, value) };
		const assign = () => {
			leave();
			other = { queryClient: new QueryClient(), notes: [...notes], href: address, away: true, isNew: true };
		};
		return { sessionStorage, location: { assign }, close: () => {} } as unknown as Window;
	});

	const steps: Record<string, () => unknown> = {
		deliver: () => world.deliver(0),
		checkout: () => {
			const known = view!.result.current.gates.every(({ isPending }) => !isPending) && !view!.result.current.subscriptions.isPending;
			if (tab.away || other || !known) return;
			return view!.result.current.checkout.mutateAsync({ customerId: 'cus_1', line_items: [{ variant_id: 'pro' }] });
		},
		pay: () => {
			if (!tab.away || paid > 2) return;
			paid++;
			untold++;
		},
		webhook: () => {
			if (untold === 0) return;
			untold--;
			world.buy();
		},
		tell: world.tell,
		done: () => {
			if (!tab.away || paid === 0) return;
			load(`${address}?pc_checkout=done`);
			came = { outcome: 'done', bought: leftWith };
		},
		left: () => {
			if (!tab.away) return;
			load(`${address}?pc_checkout=left`);
			came = { outcome: 'left', bought: leftWith };
		},
		/** Back to the vendor's page, whose session is over: it leads here again. */
		forth: () => {
			if (!tab.away && came.outcome === 'done') tab.away = true;
		},
		back: () => {
			if (!tab.away || tab.isNew) return;
			tab.away = false;
			window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
		},
		reload: () => {
			if (tab.away) return;
			// It has been told.
			const hasSettled = view!.result.current.back.status === 'settled';
			load(`${window.location.pathname}${window.location.search}`);
			if (came.outcome === 'left' || hasSettled) came = { outcome: 'none', bought: 0 };
		},
		dismiss: () => {
			if (tab.away) return;
			view!.result.current.back.dismiss();
			came = { outcome: 'none', bought: 0 };
		},
		/** The other tab is looked at. */
		turn: () => {
			if (!other) return;
			hide();
			[tab, other] = [other, tab];
			view = show();
			came = { outcome: 'none', bought: 0 };
			window.dispatchEvent(new Event('focus'));
		},
	};
	return {
		world,
		view: () => view!,
		status: () => view!.result.current.back.status,
		came: () => came,
		away: () => tab.away,
		bought,
		do: (name: string) => {
			const result = steps[name]!();
			if (result instanceof Promise) result.catch(() => undefined);
		},
	};
}

type Play = ReturnType<typeof open>;

function expectTruth({ came, status, bought, view, world }: Play, isLive: boolean, when: string) {
	const { outcome, bought: before } = came();
	const { subscriptions, gates } = view().result.current;
	expect(window.location.search, when).toBe('');
	if (outcome === 'left') expect(status(), when).toBe('left');
	// Nobody asks again and again for whoever has not come back from paying, and is told of nothing.
	if (outcome !== 'done' && !isLive) return;
	expect(
		gates.map(({ data }) => data?.has_access),
		when,
	).toEqual([world.history.at(-1)!.hasPro]);
	// Once something has changed nobody asks for what a second payment may come to.
	if (isLive || status() !== 'settled') expect(subscriptions.data, when).toHaveLength(bought());
	else expect(subscriptions.data!.length, when).toBeGreaterThan(before);
	if (outcome !== 'done') return;
	if (bought() > before) expect(status(), when).toBe('settled');
	else expect(['waiting', 'late'], when).toContain(status());
}

async function playOut(names: readonly string[], settings: { live: boolean; newTab: boolean }) {
	const play = open(settings);
	const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
	const rest = async () => {
		for (let turn = 0; turn < 20; turn++) {
			act(() => play.world.tell());
			for (; play.world.waiting() > 0; await pass(0)) act(() => play.world.deliver(0));
			await pass(2_000);
		}
	};
	await pass(0);
	for (const name of names) {
		if (name === 'wait') await pass(20_000);
		else if (name === 'rest') await rest();
		else act(() => play.do(name));
		await pass(0);
	}
	for (const way of ['back', 'left']) if (play.away()) act(() => play.do(way));
	await rest();
	expectTruth(play, settings.live, names.join(', '));
}

/** Plays that went wrong once. */
const known = [
	'rest, checkout, rest, pay, done, rest, webhook',
	'rest, checkout, rest, pay, webhook, done, rest, forth, done',
	'rest, checkout, rest, pay, done, rest, reload, webhook',
	'rest, checkout, rest, turn, pay, done, rest, webhook, turn',
	'rest, checkout, rest, left, rest, checkout, rest, back',
	'rest, checkout, rest, pay, back, rest, checkout, webhook',
	'rest, checkout, rest, pay, pay, webhook, done, rest, webhook',
	'rest, checkout, rest, pay, back, checkout, reload, webhook, rest, done',
].map((play) => play.split(', '));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

it.each([
	['in the same tab', { live: false, newTab: false }],
	['in a tab of its own', { live: false, newTab: true }],
	['beside live changes', { live: true, newTab: false }],
])(
	'tells the truth of a checkout %s, in whichever order people and webhooks come',
	async (_where, settings) => {
		const often = ['rest', 'rest', 'checkout', 'pay', 'webhook', 'done', 'deliver'];
		const step = fc.constantFrom(...often, 'left', 'forth', 'back', 'reload', 'dismiss', 'turn', 'tell', 'wait');
		// Without a checkout there is nothing to come back from.
		const steps = fc.array(step, { maxLength: 14, size: 'max' }).map((all) => ['rest', 'checkout', 'rest', ...all]);
		const property = fc.asyncProperty(steps, async (all) => {
			try {
				await playOut(all, settings);
			} finally {
				cleanup();
				vi.clearAllTimers();
				vi.restoreAllMocks();
				sessionStorage.clear();
			}
		});
		await fc.assert(property, { numRuns: runs(25), examples: known.map((one): [string[]] => [one]) });
	},
	600_000,
);
