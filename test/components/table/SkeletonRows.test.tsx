import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { type CustomerPage, CustomersProvider, CustomerTable } from '../../../src/index';
import { people } from '../../people';
import { watchRenders } from '../../renders';

const memory = memoryBackend();
const answer: CustomerPage = { data: people(50), next: null, previous: null };

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	cleanup();
	vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const bars = () => document.querySelectorAll('[data-slot="pc-skeleton"]').length;
const rows = () => screen.getAllByRole('row').length - 1;

function page(list: () => Promise<CustomerPage>) {
	return (
		<CustomersProvider backend={{ ...memory, list }} queryClient={new QueryClient()}>
			<CustomerTable initialState={{ limit: 50 }} />
		</CustomersProvider>
	);
}

/** Everything that is taken out of the page from now on. */
function watchRemoved(): Element[] {
	const removed: Element[] = [];
	new MutationObserver((changes) => {
		for (const node of changes.flatMap(({ removedNodes }) => [...removedNodes]))
			if (node instanceof Element) removed.push(node, ...node.querySelectorAll('*'));
	}).observe(document.body, { childList: true, subtree: true });
	return removed;
}

it('draws nothing that it would throw away where the answer comes at once', async () => {
	const removed = watchRemoved();
	const renders = watchRenders();
	render(page(async () => answer));
	await pass(50);
	expect(rows()).toBe(50);
	expect(renders.stop().byName.get('Skeleton')).toBeUndefined();
	// What kept the places of the rows, the search and the filters.
	expect(removed.map(({ tagName }) => tagName)).toEqual(['DIV', 'DIV', 'DIV', 'TR', 'TD']);
});

it('draws bars in the places of the rows where it takes a moment', async () => {
	let reply = (_: CustomerPage) => {};
	const waiting = new Promise<CustomerPage>((resolve) => {
		reply = resolve;
	});
	render(page(() => waiting));
	await pass(90);
	expect(bars()).toBe(0);
	await pass(20);
	expect(bars()).toBe(250);
	reply(answer);
	await pass(20);
	expect(bars()).toBe(0);
	expect(rows()).toBe(50);
});

it('draws bars on a server, whose page may wait for long', () => {
	expect(renderToString(page(async () => answer)).match(/pc-skeleton/g)).toHaveLength(250);
});
