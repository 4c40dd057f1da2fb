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
const place = () => document.querySelector('[data-slot="pc-loading"]');
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
	expect(renders.stop().byName.get('LoadingRows')).toBe(1);
	// What kept the places of the rows, a cell a column.
	expect(removed.map(({ tagName }) => tagName)).toEqual(['TR', 'TD', 'TD', 'TD', 'TD', 'TD']);
});

it('keeps the place of the rows by one row that nobody hears, until they come', async () => {
	let reply = (_: CustomerPage) => {};
	const waiting = new Promise<CustomerPage>((resolve) => {
		reply = resolve;
	});
	render(page(() => waiting));
	await pass(200);
	expect(rows()).toBe(0);
	expect(place()?.textContent).toBe('\n'.repeat(50));
	reply(answer);
	await pass(20);
	expect(place()).toBeNull();
	expect(rows()).toBe(50);
});

it('does so on a server too, whose page may wait for long', () => {
	expect(renderToString(page(async () => answer)).match(/data-slot="pc-loading"/g)).toHaveLength(1);
});
