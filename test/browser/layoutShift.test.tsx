import { QueryClient } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { type CustomerBackend, CustomerBrowser, CustomersProvider, type Locale } from '../../src/index';
import { ar } from '../../src/locales/ar';
import { hi } from '../../src/locales/hi';
import { sampleCustomers, withFaults } from '../../src/testing';
import { heldBackend } from './layoutShift/heldBackend';
import { nextFrames, watchShifts } from './layoutShift/watchShifts';
import '../../src/styles.css';

// A menu's panel lies over the page. It grows once what it holds has loaded, which begins with the pointer over its button.
beforeAll(() => Promise.all([import('../../src/components/table/filterPanels'), import('../../src/components/table/reachedParts')]));
beforeEach(() => history.replaceState(null, '', '/customers'));
afterEach(cleanup);

/** So high that all of it is in sight: what moves out of sight counts for nothing. */
const height = 2400;
const widths = [320, 768, 1280];
const orders = [
	['capabilities', 'list'],
	['list', 'capabilities'],
] as const;

/** Whose names have one line on a card: a page of more lines is higher, however early it comes. */
const customers = sampleCustomers(90)
	.filter(({ name }) => (name ?? '').length <= 17)
	.slice(0, 60);
/** The only one that its own email finds. */
const one = customers[50]!;

function open(backend: CustomerBackend, locale?: Locale) {
	const held = heldBackend(backend);
	render(
		<CustomersProvider backend={held.backend} queryClient={new QueryClient()} {...(locale && { locale })}>
			<CustomerBrowser basePath="/customers" />
		</CustomersProvider>,
	);
	return held;
}

const tableIs = (state: string) =>
	expect.poll(() => document.querySelector('.pc-table-root')?.getAttribute('data-state'), { timeout: 20_000 }).toBe(state);
const failing = (...failed: string[]) =>
	withFaults(memoryBackend({ customers }), ({ method }) => (failed.includes(method) ? { error: 'internal_error' } : undefined));

/** What can be the first to be seen of a list, and what the table says of it. */
const lists: Record<string, { backend: () => CustomerBackend; state: string; locale?: Locale }> = {
	'a full page': { backend: () => memoryBackend({ customers }), state: 'ready' },
	'a full page in Hindi': { backend: () => memoryBackend({ customers }), state: 'ready', locale: hi },
	'a full page in Arabic': { backend: () => memoryBackend({ customers }), state: 'ready', locale: ar },
	'three customers': { backend: () => memoryBackend({ customers: customers.slice(0, 3) }), state: 'ready' },
	'a list that may not be seen': {
		backend: () => withFaults(memoryBackend(), ({ method }) => (method === 'list' ? { error: 'forbidden' } : undefined)),
		state: 'forbidden',
	},
	nobody: { backend: () => memoryBackend(), state: 'empty' },
	'a list that fails': { backend: () => failing('list'), state: 'failed' },
	'capabilities that fail': { backend: () => failing('capabilities'), state: 'ready' },
};

describe.each(widths)('at %i px', (width) => {
	beforeEach(() => page.viewport(width, height));

	describe.each(orders)('a first load, %s before %s,', (...order) => {
		it.each(Object.entries(lists))('moves nothing for %s', async (_, { backend, state, locale }) => {
			const moved = watchShifts();
			const { answer } = open(backend(), locale);
			await nextFrames();
			for (const method of order) {
				await answer(method);
				await nextFrames();
			}
			await tableIs(state);
			expect(await moved()).toEqual([]);
		});
	});

	it('leaves nothing blank over a list of nobody, but what its parts are apart', async () => {
		const { answer } = open(memoryBackend());
		await answer('capabilities');
		await answer('list');
		await tableIs('empty');
		const edge = (part: string) => document.querySelector(part)!.getBoundingClientRect();
		expect(edge('.pc-table-frame').top - edge('.pc-heading').bottom).toBeLessThanOrEqual(28);
	});

	const button = (name: string) => userEvent.click(screen.getByRole('button', { name }));
	const acts: Record<string, () => Promise<void>> = {
		'a search that finds many': () => userEvent.type(screen.getByRole('searchbox'), 'an'),
		'a search that finds one': () => userEvent.type(screen.getByRole('searchbox'), one.email!),
		'a search that finds nobody': () => userEvent.type(screen.getByRole('searchbox'), 'nobody at all'),
		'a filter': async () => {
			const [opener] = await screen.findAllByRole('button', { name: width < 640 ? 'Filters' : 'Created' });
			await userEvent.click(opener!);
			await userEvent.click(await screen.findByRole('button', { name: 'Last 30 days' }));
		},
		'the next page': () => button('Next page'),
		'a customer': () => userEvent.click(screen.getAllByRole('row')[3]!.querySelector('a')!),
	};
	it.each(Object.entries(acts))('%s moves nothing, however late the answer', async (name, act) => {
		const { answer, hold } = open(memoryBackend({ customers }));
		await answer('capabilities');
		await answer('list');
		await tableIs('ready');
		await screen.findByRole('checkbox', { name: /^Select all/ });
		await nextFrames();
		hold('list');
		let moved = watchShifts();
		await act();
		// On a phone what was chosen has a row of its own, which comes with the click.
		if (name === 'a filter' && width < 640) {
			await screen.findByRole('button', { name: 'Clear filter: Created' });
			await moved();
			moved = watchShifts();
		}
		const stale = () => document.querySelector('.pc-table')?.getAttribute('data-state') !== 'current';
		await expect.poll(stale).toBe(true);
		await nextFrames();
		await answer('list');
		await answer('get');
		await expect.poll(() => name === 'a customer' || !stale() || document.querySelector('[data-state="no-matches"]')).toBeTruthy();
		await nextFrames();
		expect(await moved()).toEqual([]);
	});
});
