import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type Address, CustomerForm } from '../src/index';
import { words } from './formStory';
import { realUser, typeIntoList } from './keys';
import { said } from './said';

/** Whole customers from all over the world, typed with the keyboard alone, from the first field to the last. */
const meta = {
	title: 'CustomerForm/Addresses by keyboard',
	tags: ['behaviour'],
	component: CustomerForm,
	args: { onSaved: fn() },
	parameters: { backend: () => memoryBackend({ latencyMs: 50 }) },
} satisfies Meta<typeof CustomerForm>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

interface Entry {
	/** As it is typed into the country list, in the language of the form. */
	country: string;
	name: string;
	phone: string;
	/** Field by field in the order of the page; a field that is left empty is `''`. */
	typed: readonly [field: keyof Address, text: string][];
	stored: Partial<Address>;
	storedPhone: string;
}

const focused = () => document.activeElement as HTMLInputElement | HTMLSelectElement;

/** The focus moves through the form with Tab alone; every field is where one expects it. */
async function enterByKeyboard({ canvas, canvasElement, args }: Play, { country, name, phone, typed, stored, storedPhone }: Entry) {
	const user = await realUser();
	const form = canvasElement.querySelector('form')!;
	canvas.getByRole<HTMLInputElement>('textbox', { name: words.email }).focus();
	await user.keyboard('person@example.com');
	await user.tab();
	await user.keyboard(name);
	await user.tab();
	await user.tab();
	await expect(focused()).toHaveAttribute('name', 'phone');
	await user.keyboard(phone);
	await user.tab();
	await expect(focused()).toBe(canvas.getByRole('button', { name: words.addAddress }));
	await user.keyboard('{Enter}');
	await waitFor(() => expect(focused()).toHaveAttribute('name', 'address.country'));
	await typeIntoList(country);
	await expect(focused()).toHaveValue(stored.country);
	for (const [field, text] of typed) {
		await user.tab();
		await expect(focused()).toHaveAttribute('name', `address.${field}`);
		if (focused() instanceof HTMLSelectElement) {
			await waitFor(() => expect(focused()).toHaveAttribute('data-state', 'ready'));
			await typeIntoList(text);
		} else if (text) await user.keyboard(text);
	}
	await user.tab();
	await expect(focused()).toBe(canvas.getByRole('button', { name: words.create }));
	await user.keyboard('{Enter}');
	await waitFor(() => expect(args.onSaved).toHaveBeenCalledOnce());
	const empty = { line1: null, line2: null, city: null, state: null, postal_code: null };
	await expect(args.onSaved).toHaveBeenCalledWith(
		expect.objectContaining({ name, phone: storedPhone, address: { ...empty, ...stored } }),
		'created',
	);
	await expect(form.querySelectorAll('[aria-invalid="true"]')).toHaveLength(0);
}

function entered(entry: Entry, locale: 'en' | 'hi' = 'en'): Story {
	return { globals: { locale }, play: (context) => enterByKeyboard(context, entry) };
}

/** A national number and Enter before the numbering plans are here: saving waits for them. */
export const EnterBeforeThePlans: Story = {
	args: { defaultCountry: 'IN' },
	play: async ({ canvas, canvasElement, args }) => {
		const type = (field: string, text: string) => {
			const input = canvasElement.querySelector<HTMLInputElement>(`[name="${field}"]`)!;
			input.focus();
			Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text);
			input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
		};
		type('email', 'person@example.com');
		type('phone', '98765 43210');
		canvasElement.querySelector('form')!.requestSubmit();
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ phone: '+919876543210' }), 'created'));
		await expect(canvas.queryByText(said((locale) => locale.issues.phone_not_international))).toBeNull();
	},
};

export const IndiaInHindi = entered(
	{
		country: 'भारत',
		name: 'आशा वर्मा',
		phone: '+91 98765 43210',
		typed: [
			['line1', '221, एम. जी. रोड'],
			['line2', 'शिवाजी नगर'],
			['city', 'पुणे'],
			['postal_code', '४११ ००५'],
			['state', 'Maharashtra'],
		],
		stored: { line1: '221, एम. जी. रोड', line2: 'शिवाजी नगर', city: 'पुणे', state: 'MH', postal_code: '411005', country: 'IN' },
		storedPhone: '+919876543210',
	},
	'hi',
);

export const Japan = entered({
	country: 'Japan',
	name: '山田 花子',
	phone: '+81 90-1234-5678',
	typed: [
		['postal_code', '１００−８１１１'],
		['state', 'Tokyo'],
		['line1', '千代田区千代田1-1'],
		['line2', ''],
	],
	stored: { line1: '千代田区千代田1-1', state: '13', postal_code: '100-8111', country: 'JP' },
	storedPhone: '+819012345678',
});

export const UnitedStates = entered({
	country: 'United States',
	name: 'Ada Byron',
	phone: '+1 (202) 555-0143',
	typed: [
		['line1', '1600 Pennsylvania Ave NW'],
		['line2', ''],
		['city', 'Washington'],
		['state', 'District of C'],
		['postal_code', '20500'],
	],
	stored: { line1: '1600 Pennsylvania Ave NW', city: 'Washington', state: 'DC', postal_code: '20500', country: 'US' },
	storedPhone: '+12025550143',
});

export const UnitedKingdom = entered({
	country: 'United Kingdom',
	name: 'Ada Byron',
	phone: '+44 20 7946 0958',
	typed: [
		['line1', '10 Downing Street'],
		['line2', ''],
		['city', 'London'],
		['postal_code', 'sw1a2aa'],
	],
	stored: { line1: '10 Downing Street', city: 'London', postal_code: 'SW1A 2AA', country: 'GB' },
	storedPhone: '+442079460958',
});

export const Germany = entered({
	country: 'Germany',
	name: 'Jürgen Groß',
	phone: '+49 1511 2345678',
	typed: [
		['line1', 'Unter den Linden 77'],
		['line2', ''],
		['postal_code', '10117'],
		['city', 'Berlin'],
	],
	stored: { line1: 'Unter den Linden 77', city: 'Berlin', postal_code: '10117', country: 'DE' },
	storedPhone: '+4915112345678',
});

export const Brazil = entered({
	country: 'Brazil',
	name: 'João da Silva',
	phone: '+55 11 96123-4567',
	typed: [
		['line1', 'Av. Paulista, 1578'],
		['line2', 'Bela Vista'],
		['city', 'São Paulo'],
		['state', 'São P'],
		['postal_code', '01310200'],
	],
	stored: { line1: 'Av. Paulista, 1578', line2: 'Bela Vista', city: 'São Paulo', state: 'SP', postal_code: '01310-200', country: 'BR' },
	storedPhone: '+5511961234567',
});

/** No city and no postal code, and nobody asks for one. */
export const UnitedArabEmirates = entered({
	country: 'United Arab',
	name: 'Fatima Al Ali',
	phone: '+971 50 123 4567',
	typed: [
		['line1', '1 Sheikh Mohammed bin Rashid Blvd'],
		['line2', ''],
		['state', 'Dubai'],
	],
	stored: { line1: '1 Sheikh Mohammed bin Rashid Blvd', state: 'DU', country: 'AE' },
	storedPhone: '+971501234567',
});

export const Ireland = entered({
	country: 'Ireland',
	name: 'Aoife Ní Bhriain',
	phone: '+353 85 012 3456',
	typed: [
		['line1', '5 Kildare Street'],
		['line2', ''],
		['city', 'Dublin 2'],
		['state', 'Dublin'],
		['postal_code', 'd02 cp49'],
	],
	stored: { line1: '5 Kildare Street', city: 'Dublin 2', state: 'D', postal_code: 'D02 CP49', country: 'IE' },
	storedPhone: '+353850123456',
});

export const India = entered({
	country: 'India',
	name: 'Ravi Kumar',
	phone: '+91 98765 01234',
	typed: [
		['line1', '12 Residency Road'],
		['line2', ''],
		['city', 'Bengaluru'],
		['postal_code', '560 025'],
		['state', 'Karnataka'],
	],
	stored: { line1: '12 Residency Road', city: 'Bengaluru', state: 'KA', postal_code: '560025', country: 'IN' },
	storedPhone: '+919876501234',
});
