import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerDialog, CustomerForm, CustomersProvider } from '../../../src/index';
import { watchRenders } from '../../renders';

/** What a key sets off comes after its frame. */
const rest = () => act(() => new Promise((resolve) => setTimeout(resolve, 100)));
const stayOpen = () => undefined;

const phoneItself = ['PhonePart', 'PhoneControl', 'FormField'];

describe.each([
	['a form', () => <CustomerForm />],
	['a dialog', () => <CustomerDialog open onOpenChange={stayOpen} />],
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
		await rest();
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

it('the first letter of an address, which makes fields required, renders the address once', async () => {
	render(
		<CustomersProvider backend={memoryBackend()}>
			<CustomerForm defaultCountry="IN" />
		</CustomersProvider>,
	);
	const user = userEvent.setup();
	await user.click(screen.getByRole('textbox', { name: 'Address line 1' }));
	await rest();
	const renders = watchRenders();
	await user.keyboard('1');
	await rest();
	const { byName } = renders.stop();
	expect(screen.getByRole('textbox', { name: 'City' }).getAttribute('aria-required')).toBe('true');
	expect(byName.get('AddressGrid')).toBe(1);
	expect([...byName.keys()].filter((name) => !/^Address|^FormField$|^StateField$/.test(name))).toEqual([]);
});
