import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { CustomerForm, type CustomerFormProps, CustomersProvider, useCustomer } from '../src/index';
import { asha, type WatchedStore, watchedStore, words } from './formStory';
import { realUser } from './keys';
import { said } from './said';

/** However often and from wherever one thing is asked for, it happens once. */
const meta = {
	title: 'CustomerForm/One effect an intent',
	tags: ['behaviour'],
	component: CustomerForm,
	args: { defaultCountry: 'IN', onSaved: fn() },
} satisfies Meta<typeof CustomerForm>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

function watching(store: WatchedStore, play: (context: Play, store: WatchedStore) => Promise<void>): Story {
	return { parameters: { backend: store.backend }, play: (context) => play(context, store) };
}

async function fillIn({ canvas, userEvent }: Play, last = '') {
	await userEvent.type(canvas.getByRole('textbox', { name: words.email }), 'ravi@example.com');
	await userEvent.type(canvas.getByRole('textbox', { name: words.name }), `Ravi Kumar${last}`);
}

async function expectOne({ args, canvas }: Play, store: WatchedStore) {
	await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(said((locale) => locale.form.created)));
	await expect(args.onSaved).toHaveBeenCalledOnce();
	await expect(await store.others()).toHaveLength(1);
}

/** Old autofill and password managers write without an event: what is seen is what is saved. */
export const FilledWithoutEvents = watching(watchedStore(), async (context, store) => {
	const { canvas, canvasElement, userEvent } = context;
	const filled = { email: 'ravi@example.com', name: 'Ravi Kumar', phone: '98765 43210' };
	for (const [name, value] of Object.entries(filled)) {
		const input = canvasElement.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
		Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, value);
	}
	await userEvent.click(canvas.getByRole('button', { name: words.create }));
	await expectOne(context, store);
	await expect((await store.others())[0]).toMatchObject({ ...filled, phone: '+919876543210' });
});

/** A script, an extension or a stuck key may submit thrice before React draws anything. */
export const ThreeSubmitsInOneTick = watching(watchedStore(), async (context, store) => {
	await fillIn(context);
	const form = context.canvasElement.querySelector('form')!;
	for (let times = 0; times < 3; times++) form.requestSubmit();
	await expectOne(context, store);
	await expect(store.calls('create')).toBe(1);
});

export const DoubleClick = watching(watchedStore(), async (context, store) => {
	const user = await realUser();
	await fillIn(context);
	await user.dblClick(context.canvas.getByRole('button', { name: words.create }));
	await expectOne(context, store);
	await user.dblClick(context.canvas.getByRole('button', { name: words.create }));
	await expect(store.calls('create')).toBe(1);
});

export const EnterHeld = watching(watchedStore(), async (context, store) => {
	const user = await realUser();
	await fillIn(context);
	await user.keyboard('{Enter>15/}');
	await expectOne(context, store);
	await user.keyboard('{Enter>5/}');
	await expect(store.calls('create')).toBe(1);
});

/** A key that is held down does not hammer a server that is in trouble. */
export const EnterHeldWhileFailing = watching(
	watchedStore(({ method }) => (method === 'create' ? { error: 'upstream_unavailable' } : undefined)),
	async (context, store) => {
		const user = await realUser();
		await fillIn(context);
		await user.keyboard('{Enter>15/}');
		await context.canvas.findByRole('button', { name: words.retry });
		await expect(store.calls('create')).toBe(1);
	},
);

/** The customer was created, only nobody heard of it: trying again is told of that same customer. */
export const AnswerLost = watching(
	watchedStore(({ method }, number) => (method === 'create' && number === 1 ? { after: true } : undefined)),
	async (context, store) => {
		await fillIn(context, '{Enter}');
		const retry = await context.canvas.findByRole('button', { name: words.retry });
		await expect(await store.others()).toHaveLength(1);
		await context.userEvent.click(retry);
		await expectOne(context, store);
		await expect(store.calls('create')).toBe(2);
	},
);

/** The edit was saved, only nobody heard of it: trying again is no conflict with oneself. */
export const AnswerToAnEditLost: Story = {
	...watching(
		watchedStore(({ method }, number) => (method === 'update' && number === 1 ? { after: true } : undefined)),
		async ({ canvas, userEvent, args }, store) => {
			await userEvent.type(await canvas.findByRole('textbox', { name: words.name }), ' Rao{Enter}');
			await userEvent.click(await canvas.findByRole('button', { name: words.retry }));
			await waitFor(() => expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ name: 'Asha Verma Rao' }), 'updated'));
			await expect(canvas.queryByRole('radio')).toBeNull();
			await expect(store.calls('update')).toBe(2);
		},
	),
	args: { customer: asha },
	render: (args) => <Current {...args} />,
};

/** As a page does: the customer comes from the backend. */
function Current(props: CustomerFormProps) {
	const { data } = useCustomer(asha.id);
	return data ? <CustomerForm {...props} customer={data} /> : <CustomerForm {...props} loading />;
}

/** Two windows of one browser: each its own cache, both the same backend. */
function TwoTabs({ form, store }: { form: CustomerFormProps; store: WatchedStore }) {
	const [backend] = useState(store.backend);
	const [clients] = useState(() => [new QueryClient(), new QueryClient()]);
	return (
		<div style={{ display: 'grid', gap: 48, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))' }}>
			{clients.map((client, index) => (
				<CustomersProvider key={index === 0 ? 'first' : 'second'} backend={backend} scope="story" queryClient={client}>
					<section aria-label={`Tab ${index + 1}`}>{form.customer ? <Current {...form} /> : <CustomerForm {...form} />}</section>
				</CustomersProvider>
			))}
		</div>
	);
}

const created = watchedStore();

/** One of the two creates the customer, the other is told that it exists. */
export const TwoTabsCreate: Story = {
	globals: { locale: 'en' },
	render: (args) => <TwoTabs form={args} store={created} />,
	play: async ({ canvas, canvasElement, userEvent, args }) => {
		const tabs = canvas.getAllByRole('region').map((tab) => within(tab));
		for (const tab of tabs) {
			await userEvent.type(tab.getByRole('textbox', { name: words.email }), 'ravi@example.com');
			await userEvent.type(tab.getByRole('textbox', { name: words.name }), 'Ravi Kumar');
		}
		for (const form of canvasElement.querySelectorAll('form')) form.requestSubmit();
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledTimes(2));
		const outcomes = (args.onSaved as ReturnType<typeof fn>).mock.calls.map(([, outcome]) => outcome);
		await expect(outcomes.sort()).toEqual(['created', 'existing']);
		await expect(await created.others()).toHaveLength(1);
		await canvas.findByText(
			said((locale) => locale.form.existing),
			{ selector: '[data-slot="pc-alert-title"]' },
		);
	},
};

const edited = watchedStore();

/** The second to save sees what the first did, and both changes are kept. */
export const TwoTabsEdit: Story = {
	globals: { locale: 'en' },
	args: { customer: asha },
	render: (args) => <TwoTabs form={args} store={edited} />,
	play: async ({ canvas, userEvent, args }) => {
		const [first, second] = canvas.getAllByRole('region', { name: /^Tab/ }).map((tab) => within(tab));
		await userEvent.type(await second!.findByRole('textbox', { name: words.name }), ' Kulkarni');
		await userEvent.type(await first!.findByRole('textbox', { name: words.email }), '.in{Enter}');
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledOnce());
		await userEvent.type(second!.getByRole('textbox', { name: words.name }), '{Enter}');
		const conflict = await second!.findByRole('region', { name: said((locale) => locale.form.conflictTitle) });
		await expect(second!.getByRole('textbox', { name: words.email })).toHaveValue('asha.verma@example.com.in');
		await userEvent.click(await within(conflict).findByRole('button', { name: said((locale) => locale.form.saveMerged) }));
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledTimes(2));
		await expect(await edited.asha()).toMatchObject({ name: 'Asha Verma Kulkarni', email: 'asha.verma@example.com.in' });
	},
};
