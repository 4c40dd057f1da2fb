import type { StoryContext } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import type { Customer, CustomerBackend, CustomerError } from '../src/index';
import { type PlannedCall, withFaults } from '../src/testing';
import { said } from './said';

export const asha: Customer = {
	id: 'cus_7Qm2XvT4bK9d',
	email: 'asha.verma@example.com',
	name: 'Asha Verma',
	phone: '+919876543210',
	address: { line1: '221 MG Road', line2: 'Shivaji Nagar', city: 'Pune', state: 'MH', postal_code: '411005', country: 'IN' },
	created: '2026-08-14T09:26:53.589Z',
	version: '1',
};

export const words = {
	email: said((locale) => locale.fields.email),
	name: said((locale) => locale.fields.name),
	phone: said((locale) => locale.fields.phone),
	addAddress: said((locale) => locale.detail.addAddress),
	create: said((locale) => locale.form.create),
	save: said((locale) => locale.form.save),
	retry: said((locale) => locale.common.retry),
};

/** A store that says how often it was written to, and what it holds. */
export interface WatchedStore {
	backend: () => CustomerBackend;
	/** Calls of a method since the story began. */
	calls: (method: PlannedCall['method']) => number;
	/** The customers there are, but for Asha. */
	others: () => Promise<Customer[]>;
	/** Asha as she is stored. */
	asha: () => Promise<Customer>;
	/** A page has begun to follow: a change that comes before is never told to it. */
	isFollowed: () => boolean;
	/** Somebody signs up elsewhere. */
	join: (name: string) => Promise<unknown>;
	/** Someone else changes Asha. */
	changeAsha: (patch: Parameters<CustomerBackend['update']>[1]) => Promise<Customer>;
}

type Plan = (call: PlannedCall, number: number) => ReturnType<Parameters<typeof withFaults>[1]>;

/** Made anew for each story; a plan breaks calls, the number of the call of its method at hand. */
export function watchedStore(
	plan: Plan = () => undefined,
	make: () => CustomerBackend = () => memoryBackend({ customers: [asha], latencyMs: 50 }),
) {
	let store: CustomerBackend;
	let counts = new Map<string, number>();
	let isFollowed = false;
	const own = { scope: 'story' };
	const watched: WatchedStore = {
		backend: () => {
			store = make();
			counts = new Map();
			isFollowed = false;
			const { subscribe } = store;
			const told: CustomerBackend['subscribe'] = (...call) => {
				isFollowed = true;
				return subscribe!(...call);
			};
			return withFaults({ ...store, ...(subscribe && { subscribe: told }) }, (call) => {
				const number = (counts.get(call.method) ?? 0) + 1;
				counts.set(call.method, number);
				return plan(call, number);
			});
		},
		isFollowed: () => isFollowed,
		join: (name) => store.create({ name, email: `${name.split(' ')[0]}@example.com` }, { ...own, idempotencyKey: crypto.randomUUID() }),
		calls: (method) => counts.get(method) ?? 0,
		others: async () => (await store.list({}, own)).data.filter(({ id }) => id !== asha.id),
		asha: () => store.get(asha.id, own),
		changeAsha: (patch) => store.update(asha.id, patch, own),
	};
	return watched;
}

/** The value of an input, by the end of its name. */
export async function expectValue(root: HTMLElement, name: string, value: string) {
	await expect(root.querySelector(`[name="${name}"]`)).toHaveValue(value);
}

type Screen = Pick<StoryContext, 'canvas' | 'canvasElement' | 'userEvent'>;

/** Enters a new customer and saves with Enter. */
export async function submitNew({ canvas, userEvent }: Screen) {
	await userEvent.type(canvas.getByRole('textbox', { name: words.email }), 'ravi@example.com');
	await userEvent.type(canvas.getByRole('textbox', { name: words.phone }), '98765 01234');
	await userEvent.type(canvas.getByRole('textbox', { name: words.name }), 'Ravi Kumar{Enter}');
}

/** It is all still there, and so is the focus. */
export async function expectTyped({ canvas, canvasElement }: Screen) {
	await expectValue(canvasElement, 'email', 'ravi@example.com');
	await expectValue(canvasElement, 'name', 'Ravi Kumar');
	await expectValue(canvasElement, 'phone', '98765 01234');
	await expect(canvas.getByRole('textbox', { name: words.name })).toHaveFocus();
}

export const saidError = (code: CustomerError['code']) => said((locale) => locale.errors[code]);

/** The dialog once its form is there: until it is loaded another one stands in its place. */
export async function findDialog(title: RegExp | string = /./): Promise<HTMLElement> {
	await screen.findByRole('textbox', { name: words.email });
	const dialog = screen.getByRole('dialog', { name: title });
	await waitFor(() => expect(dialog).toBeVisible());
	return dialog;
}
