import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { CustomerError, type CustomerErrorOptions, CustomerForm, type CustomerFormProps, useCustomer } from '../src/index';
import { asha, expectTyped, expectValue, saidError, submitNew, type WatchedStore, watchedStore, words } from './formStory';
import { said } from './said';

/** Whatever goes wrong, nothing that was typed is lost, and the focus is where the eye should be. */
const meta = {
	title: 'CustomerForm/Trouble',
	tags: ['behaviour'],
	component: CustomerForm,
	args: { defaultCountry: 'IN', onSaved: fn(), getCustomerHref: (customer) => `#/customers/${customer.id}` },
} satisfies Meta<typeof CustomerForm>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

/** The first write fails. */
function failing(code: CustomerError['code'], options?: CustomerErrorOptions): WatchedStore {
	return watchedStore(({ method }, number) =>
		number === 1 && (method === 'create' || method === 'update') ? { error: new CustomerError(code, options) } : undefined,
	);
}

function watching(store: WatchedStore, play: (context: Play, store: WatchedStore) => Promise<void>): Story {
	return { parameters: { backend: store.backend }, play: (context) => play(context, store) };
}

const editing = (story: Story): Story => ({ ...story, args: { customer: asha }, render: (args) => <Current {...args} /> });

/** As a page does: the customer comes from the backend, and is asked for again. */
function Current(props: CustomerFormProps) {
	const { data, refetch } = useCustomer(asha.id);
	useEffect(() => {
		const ask = () => void refetch();
		window.addEventListener('ask-again', ask);
		return () => window.removeEventListener('ask-again', ask);
	}, [refetch]);
	return data ? <CustomerForm {...props} customer={data} /> : <CustomerForm {...props} loading />;
}

async function retry(context: Play, store: WatchedStore) {
	await context.userEvent.click(await context.canvas.findByRole('button', { name: words.retry }));
	await waitFor(() => expect(context.args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ phone: '+919876501234' }), 'created'));
	await expect(await store.others()).toHaveLength(1);
}

/** 422 with an issue at two fields, at the whole, and at a field that nobody here knows. */
export const RefusedInSeveralPlaces = watching(
	failing('validation_failed', {
		issues: [
			{ path: '', code: 'unknown_field', params: { field: 'loyalty' } },
			{ path: 'address.postal_code', code: 'invalid_postal_code', params: { country: 'IN', example: '110034' } },
			{ path: 'phone', code: 'invalid_phone' },
			{ path: 'id', code: 'invalid_id' },
		],
	}),
	async (context) => {
		const { canvas, canvasElement, userEvent } = context;
		await submitNew(context);
		const phone = canvas.getByRole('textbox', { name: words.phone });
		await waitFor(() => expect(phone).toHaveFocus());
		await expectValue(canvasElement, 'name', 'Ravi Kumar');
		const summary = (
			await canvas.findByText(
				said((locale) => locale.form.summary),
				{ selector: '[data-slot="pc-alert-title"]' },
			)
		).closest('div')!;
		await expect(within(summary).getAllByRole('listitem')).toHaveLength(4);
		await waitFor(() => expect(canvasElement.querySelector('[name="address.postal_code"]')).not.toBeNull());
		await userEvent.click(within(summary).getAllByRole('link')[1]!);
		await expect(canvasElement.querySelector('[name="address.postal_code"]')).toHaveFocus();
		// Only what was changed is settled.
		await userEvent.type(phone, '{Backspace}5');
		await expect(phone).not.toHaveAttribute('aria-invalid');
		await expect(canvasElement.querySelector('[name="address.postal_code"]')).toHaveAttribute('aria-invalid', 'true');
	},
);

/** 409: the email is another customer's. */
export const EmailOfAnother = editing(
	watching(failing('email_exists'), async ({ canvas, userEvent, args }) => {
		const field = await canvas.findByRole('textbox', { name: words.email });
		await userEvent.type(field, '.in');
		await userEvent.type(canvas.getByRole('textbox', { name: words.name }), ' Rao{Enter}');
		await canvas.findByText(saidError('email_exists'));
		await waitFor(() => expect(field).toHaveFocus());
		await expect(field).toHaveValue('asha.verma@example.com.in');
		await userEvent.type(field, '{Backspace}o{Enter}');
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ name: 'Asha Verma Rao' }), 'updated'));
	}),
);

/** 409 of another kind: the first try is still being worked on. */
export const StillBeingSaved = watching(failing('idempotency_in_progress'), async (context, store) => {
	await submitNew(context);
	await context.canvas.findAllByText(saidError('idempotency_in_progress'));
	await expectTyped(context);
	await retry(context, store);
});

/** Saves over a change by someone else: what only they changed comes in, what both changed is asked for. */
const conflicting = async ({ canvas, userEvent, canvasElement }: Play, store: WatchedStore) => {
	const field = await canvas.findByRole('textbox', { name: words.name });
	await userEvent.type(field, ' Kulkarni');
	await waitFor(() => expect(canvasElement.querySelector('[name="address.line2"]')).not.toBeNull());
	await userEvent.type(canvasElement.querySelector('[name="address.line2"]')!, ' East');
	await expectValue(canvasElement, 'address.line2', 'Shivaji Nagar East');
	await store.changeAsha({
		name: 'A. Verma',
		phone: '+912025520000',
		address: { line1: '12 FC Road', city: 'Pune', state: 'MH', postal_code: '411004', country: 'IN' },
	});
	await userEvent.type(field, '{Enter}');
	const conflict = await canvas.findByRole('region', { name: said((locale) => locale.form.conflictTitle) });
	await waitFor(() => expect(conflict).toHaveFocus());
	await expect(await within(conflict).findAllByRole('group')).toHaveLength(2);
	await expect(field).toHaveValue('Asha Verma Kulkarni');
	await expectValue(canvasElement, 'address.line2', 'Shivaji Nagar East');
	return within(conflict);
};

export const MergedFieldByField = editing(
	watching(watchedStore(), async (context, store) => {
		const conflict = await conflicting(context, store);
		await context.userEvent.click(conflict.getByRole('radio', { name: /12 FC Road/ }));
		await context.userEvent.click(conflict.getByRole('button', { name: said((locale) => locale.form.saveMerged) }));
		await waitFor(() => expect(context.args.onSaved).toHaveBeenCalledOnce());
		await expect(await store.asha()).toMatchObject({
			name: 'Asha Verma Kulkarni',
			phone: '+912025520000',
			address: { line1: '12 FC Road', line2: null, postal_code: '411004' },
		});
		await waitFor(() => expect(context.canvasElement.querySelector('[data-slot="pc-form-notice"]')).toHaveFocus());
	}),
);

/** While one chooses, a third person saves: one chooses again. */
export const ConflictTwice = editing(
	watching(watchedStore(), async (context, store) => {
		const first = await conflicting(context, store);
		await store.changeAsha({ name: 'Asha the Third' });
		const saveMerged = { name: said((locale) => locale.form.saveMerged) };
		await context.userEvent.click(first.getByRole('button', saveMerged));
		await context.canvas.findByText('Asha the Third');
		await expectValue(context.canvasElement, 'name', 'Asha Verma Kulkarni');
		await context.userEvent.click(context.canvas.getByRole('button', saveMerged));
		await waitFor(() => expect(context.args.onSaved).toHaveBeenCalledOnce());
		await expect(await store.asha()).toMatchObject({ name: 'Asha Verma Kulkarni', address: { line2: 'Shivaji Nagar East' } });
	}),
);

export const TheirsTaken = editing(
	watching(watchedStore(), async (context, store) => {
		const conflict = await conflicting(context, store);
		await context.userEvent.click(conflict.getByRole('button', { name: said((locale) => locale.form.takeTheirs) }));
		await waitFor(() => expect(context.canvas.getByRole('textbox', { name: words.email })).toHaveFocus());
		await expectValue(context.canvasElement, 'name', 'A. Verma');
		await expectValue(context.canvasElement, 'address.line1', '12 FC Road');
	}),
);

/** Both made the same change: there is nothing to ask. */
export const SameChange = editing(
	watching(watchedStore(), async ({ canvas, userEvent, args }, store) => {
		const field = await canvas.findByRole('textbox', { name: words.name });
		await userEvent.type(field, ' Rao');
		await store.changeAsha({ name: 'Asha Verma Rao' });
		await userEvent.type(field, '{Enter}');
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ name: 'Asha Verma Rao' }), 'unchanged'));
		await expect(canvas.queryByRole('radio')).toBeNull();
	}),
);

export const Forbidden = watching(failing('forbidden'), async (context) => {
	await submitNew(context);
	await context.canvas.findAllByText(saidError('forbidden'));
	await expectTyped(context);
	await expect(context.canvas.queryByRole('button', { name: words.retry })).toBeNull();
});

export const DeletedMeanwhile = editing(
	watching(failing('not_found'), async ({ canvas, canvasElement, userEvent }) => {
		await userEvent.type(await canvas.findByRole('textbox', { name: words.name }), ' Rao{Enter}');
		await canvas.findAllByText(saidError('not_found'));
		await expectValue(canvasElement, 'name', 'Asha Verma Rao');
		await expect(canvas.getByRole('textbox', { name: words.name })).toHaveFocus();
	}),
);

/** 429: the button counts down, then saves. */
export const TooManyRequests = watching(failing('rate_limited', { retryAfterMs: 2_000 }), async (context, store) => {
	await submitNew(context);
	const wait = await context.canvas.findByRole('button', { name: said((locale) => locale.form.retryIn) });
	await expect(wait).toHaveAttribute('aria-disabled', 'true');
	await context.userEvent.click(wait);
	await expect(store.calls('create')).toBe(1);
	await expectValue(context.canvasElement, 'name', 'Ravi Kumar');
	await retry(context, store);
});

export const Offline = watching(failing('offline'), async (context, store) => {
	await submitNew(context);
	await context.canvas.findAllByText(saidError('offline'));
	await expectTyped(context);
	await retry(context, store);
});

/** The server is down: nobody is told to look after a connection that is there. */
export const Unreachable = watching(failing('unreachable'), async (context, store) => {
	await submitNew(context);
	await context.canvas.findAllByText(saidError('unreachable'));
	await expectTyped(context);
	await retry(context, store);
});

export const Timeout = watching(failing('timeout'), async (context, store) => {
	await submitNew(context);
	await context.canvas.findAllByText(saidError('timeout'));
	await expectTyped(context);
	await retry(context, store);
});

/** What fails while one chooses what to keep of a conflict loses neither the choice nor the typing. */
export const OfflineWhileMerging = editing(
	watching(
		watchedStore(({ method }, number) => (method === 'update' && number === 2 ? { error: 'offline' } : undefined)),
		async (context, store) => {
			const conflict = await conflicting(context, store);
			await context.userEvent.click(conflict.getByRole('button', { name: said((locale) => locale.form.saveMerged) }));
			await context.userEvent.click(await context.canvas.findByRole('button', { name: words.retry }));
			await waitFor(() => expect(context.args.onSaved).toHaveBeenCalledOnce());
			await expect(await store.asha()).toMatchObject({ name: 'Asha Verma Kulkarni', phone: '+912025520000' });
		},
	),
);

/** A fresher answer fills what nobody touched, and leaves the rest, the focus and the caret alone. */
export const RefetchWhileTyping = editing(
	watching(watchedStore(), async ({ canvas, canvasElement, userEvent, args }, store) => {
		const field = await canvas.findByRole<HTMLInputElement>('textbox', { name: words.name });
		await userEvent.type(field, 'Dr ', { initialSelectionStart: 0, initialSelectionEnd: 0 });
		await store.changeAsha({ email: 'asha@example.com', phone: '+912025520000' });
		window.dispatchEvent(new Event('ask-again'));
		await waitFor(() => expectValue(canvasElement, 'email', 'asha@example.com'));
		await expect(canvasElement.querySelector('[name="phone"]')).toHaveDisplayValue(/20.?2552.?0000/);
		await expect(field).toHaveValue('Dr Asha Verma');
		await expect(field).toHaveFocus();
		await expect(field.selectionStart).toBe(3);
		await userEvent.keyboard('(Mrs) ');
		await expect(field).toHaveValue('Dr (Mrs) Asha Verma');
		await userEvent.keyboard('{Enter}');
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ email: 'asha@example.com' }), 'updated'));
	}),
);
