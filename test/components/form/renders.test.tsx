import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerDialog, CustomerForm, CustomersProvider } from '../../../src/index';
import { watchRenders } from '../../renders';

/** What a key sets off comes after its frame. */
const rest = () => act(() => new Promise((resolve) => setTimeout(resolve, 100)));
const stayOpen = () => undefined;

const phoneItself = ['PhonePart', 'PhoneControl', 'FormField'];

describe.each([
	['a form', () => <CustomerForm openAddress />],
	['a dialog', () => <CustomerDialog open onOpenChange={stayOpen} openAddress />],
])('in %s', (_, show) => {
	it.each([
		['Email', 'r', []],
		['Name', 'r', []],
		['Phone', '9', phoneItself],
		['Address line 1', '1', []],
		['Postal code', '4', []],
	])('the first keys in a pristine %s render nothing but itself', async (name, key, itself) => {
		render(<CustomersProvider backend={memoryBackend()}>{show()}</CustomersProvider>);
		const user = userEvent.setup();
		await user.click(await screen.findByRole('textbox', { name }));
		// What comes once the page rests is no key's.
		await screen.findByRole('option', { name: 'India' });
		if (name === 'Phone') await vi.waitFor(() => expect(document.querySelector('[data-status="ready"]')).not.toBeNull(), 10_000);
		await said();
		for (const _ of ['first', 'second']) {
			const renders = watchRenders();
			await user.keyboard(key);
			await rest();
			const { total, byName } = renders.stop();
			expect([...byName.keys()].filter((rendered) => !itself.includes(rendered))).toEqual([]);
			expect(total).toBeLessThanOrEqual(itself.length);
		}
	});
});

/** Nothing that a form says is about to be said: it waits for what lasts. */
async function said() {
	await new Promise((resolve) => setTimeout(resolve, 400));
	await rest();
}

it('the first letter of an address, which makes fields required, renders the address once', async () => {
	render(
		<CustomersProvider backend={memoryBackend()}>
			<CustomerForm defaultCountry="IN" openAddress />
		</CustomersProvider>,
	);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('textbox', { name: 'Address line 1' }));
	await screen.findByRole('option', { name: 'Maharashtra (महाराष्ट्र)' });
	await said();
	const renders = watchRenders();
	await user.keyboard('1');
	await rest();
	const { byName } = renders.stop();
	expect(screen.getByRole('textbox', { name: 'City' }).getAttribute('aria-required')).toBe('true');
	expect(byName.get('AddressGrid')).toBe(1);
	expect([...byName.keys()].filter((name) => !/^Address|^FormField$|^StateField$/.test(name))).toEqual([]);
});

/** Until the form knows what the backend offers, what a country has, and which there are. */
async function mounted(form = <CustomerForm defaultCountry="IN" openAddress />) {
	const renders = watchRenders();
	render(<CustomersProvider backend={memoryBackend()}>{form}</CustomersProvider>);
	await screen.findByRole('option', { name: 'Maharashtra (महाराष्ट्र)' });
	await screen.findByRole('option', { name: 'France' });
	return renders.stop();
}

it('draws each field once, whatever it learns of the backend', async () => {
	const { byName } = await mounted();
	expect(Object.fromEntries(byName)).toMatchObject({
		TextPart: 2,
		PhonePart: 1,
		CountryPicker: 1,
		FormNotice: 1,
		FormActions: 1,
		LeavingQuestion: 1,
	});
	// The list of states comes a moment later, that of the countries once the page rests.
	expect(Object.fromEntries(byName)).toMatchObject({ FormField: 9 + 2, AddressInput: 4 });
});

describe('the countries of an address', () => {
	const idle = new Set<() => void>();
	beforeEach(() => void vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.add(run)));
	afterEach(() => {
		idle.clear();
		vi.unstubAllGlobals();
	});
	const show = () => {
		render(
			<CustomersProvider backend={memoryBackend()}>
				<CustomerForm defaultCountry="IN" openAddress />
			</CustomersProvider>,
		);
		return screen.findByRole<HTMLSelectElement>('combobox', { name: 'Country or region' });
	};
	const named = (list: HTMLSelectElement) => [...list.options].map(({ text }) => text);

	it('are the one that was chosen at first', async () => {
		expect(named(await show()).slice(1)).toEqual(['India']);
	});

	it.each([
		['the list is pressed', (list: HTMLSelectElement) => fireEvent.pointerDown(list)],
		['the list has the focus', (list: HTMLSelectElement) => act(() => list.focus())],
	])('are all there as soon as %s', async (_, reach) => {
		const list = await show();
		reach(list);
		expect(list.options.length).toBeGreaterThan(250);
		expect(list.value).toBe('IN');
	});

	it('are all there once the page rests', async () => {
		const list = await show();
		await waitFor(() => expect(idle.size).toBeGreaterThan(1));
		expect(named(list).slice(1)).toEqual(['India']);
		act(() => {
			for (const run of idle) run();
		});
		expect(list.options.length).toBeGreaterThan(250);
		expect(list.value).toBe('IN');
		expect(list.selectedOptions[0]?.text).toBe('India');
	});
});
