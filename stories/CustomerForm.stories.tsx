import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type Customer, CustomerError, type CustomerErrorOptions, CustomerForm } from '../src/index';
import { type PlannedCall, withFaults } from '../src/testing';
import { said } from './said';

const asha: Customer = {
	id: 'cus_7Qm2XvT4bK9d',
	email: 'asha.verma@example.com',
	name: 'Asha Verma',
	phone: '+919876543210',
	address: { line1: '221 MG Road', line2: 'Shivaji Nagar', city: 'Pune', state: 'MH', postal_code: '411005', country: 'IN' },
	created: '2026-08-14T09:26:53.589Z',
	version: '1',
};

const store = () => memoryBackend({ customers: [asha], latencyMs: 50 });
const writesOnce = (fault: (call: PlannedCall) => { error: CustomerError } | { hang: true }) => () => {
	let failed = false;
	return withFaults(store(), (call) => {
		if (failed || !['create', 'update'].includes(call.method)) return undefined;
		failed = true;
		return fault(call);
	});
};
const failing = (code: CustomerError['code'], options?: CustomerErrorOptions) => ({
	backend: writesOnce(() => ({ error: new CustomerError(code, options) })),
});

/** Creates and edits customers. Validates on blur and on submit; whatever happens, what was typed stays. */
const meta = {
	title: 'CustomerForm',
	component: CustomerForm,
	args: { defaultCountry: 'IN', onSaved: fn(), onCancel: fn(), getCustomerHref: (customer) => `#/customers/${customer.id}` },
	parameters: { backend: store },
} satisfies Meta<typeof CustomerForm>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const email = said((locale) => locale.fields.email);
const name = said((locale) => locale.fields.name);
const phone = said((locale) => locale.fields.phone);
const create = said((locale) => locale.form.create);
const addAddress = said((locale) => locale.detail.addAddress);
const removeAddress = said((locale) => locale.form.removeAddress);
const retry = said((locale) => locale.common.retry);

/** Types a new customer and submits with Enter. */
async function submitNew({ canvas, userEvent }: Play, address = 'ravi@example.com') {
	await userEvent.type(canvas.getByRole('textbox', { name: email }), address);
	await userEvent.type(canvas.getByRole('textbox', { name }), 'Ravi Kumar{Enter}');
}

/** The values are still there, and trying again saves them. */
async function saveAgain({ canvas, userEvent, args }: Play) {
	await expect(canvas.getByRole('textbox', { name: email })).toHaveValue('ravi@example.com');
	await userEvent.click(await canvas.findByRole('button', { name: retry }));
	await waitFor(() => expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ name: 'Ravi Kumar' }), 'created'));
}

export const Create: Story = {
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('button', { name: create })).toBeEnabled();
		await expect(canvas.queryByRole('alert')).toBeNull();
	},
};

/** From the first field to the last with the keyboard alone. */
export const CreateByKeyboard: Story = {
	play: async ({ canvas, canvasElement, userEvent, args }) => {
		await userEvent.tab();
		await expect(canvas.getByRole('textbox', { name: email })).toHaveFocus();
		await userEvent.keyboard('ravi@example.com');
		await userEvent.tab();
		await userEvent.keyboard('Ravi Kumar');
		await userEvent.tab();
		await userEvent.tab();
		await userEvent.keyboard('9876501234');
		await userEvent.tab();
		await expect(canvas.getByRole('button', { name: addAddress })).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		await waitFor(() => expect(document.activeElement).toHaveAttribute('name', 'address.country'));
		await userEvent.tab();
		await userEvent.keyboard('12 Residency Road');
		await userEvent.tab();
		await userEvent.tab();
		await userEvent.keyboard('Bengaluru');
		await userEvent.tab();
		await userEvent.keyboard('560 025');
		await userEvent.tab();
		const state = canvasElement.querySelector<HTMLSelectElement>('[name="address.state"]')!;
		await expect(state).toHaveFocus();
		await within(state).findByRole('option', { name: /Karnataka/ });
		await userEvent.selectOptions(state, 'KA');
		await userEvent.tab();
		await userEvent.tab();
		await expect(canvas.getByRole('button', { name: create })).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		await waitFor(() =>
			expect(args.onSaved).toHaveBeenCalledWith(
				expect.objectContaining({
					phone: '+919876501234',
					address: expect.objectContaining({ postal_code: '560025', state: 'KA', country: 'IN' }),
				}),
				'created',
			),
		);
	},
};

/** An address is optional: its fields come with a button, and go with another. */
export const AddAddress: Story = {
	play: async ({ canvas, userEvent }) => {
		await expect(canvas.queryByRole('group')).toBeNull();
		await userEvent.click(canvas.getByRole('button', { name: addAddress }));
		await waitFor(() => expect(document.activeElement).toHaveAttribute('name', 'address.country'));
		await userEvent.click(canvas.getByRole('button', { name: removeAddress }));
		await waitFor(() => expect(canvas.getByRole('button', { name: addAddress })).toHaveFocus());
		await userEvent.keyboard('{Enter}');
		await waitFor(() => expect(document.activeElement).toHaveAttribute('name', 'address.country'));
	},
};

/** Where an address belongs to every customer, its fields are there from the start. */
export const WithAddress: Story = {
	args: { openAddress: true },
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('textbox', { name: said((locale) => locale.address.line1) })).toBeVisible();
		await expect(canvas.queryByRole('button', { name: addAddress })).toBeNull();
	},
};

/** Only what changed is sent. */
export const Edit: Story = {
	args: { customer: asha },
	play: async ({ canvas, userEvent, args }) => {
		const field = canvas.getByRole('textbox', { name });
		await userEvent.clear(field);
		await userEvent.type(field, 'Asha Rao{Enter}');
		await waitFor(() =>
			expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ name: 'Asha Rao', phone: asha.phone }), 'updated'),
		);
		await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(said((locale) => locale.form.saved)));
	},
};

/** The button is busy and keeps the focus. */
export const Saving: Story = {
	parameters: { backend: writesOnce(() => ({ hang: true })) },
	play: async (context) => {
		await submitNew(context);
		await waitFor(() => expect(context.canvas.getByRole('button', { name: create })).toHaveAttribute('aria-disabled', 'true'));
		await waitFor(() => expect(context.canvas.getByRole('status')).toHaveTextContent(said((locale) => locale.form.saving)));
	},
};

/** Every error at its field; the focus is on the first of them. */
export const ValidationErrors: Story = {
	play: async ({ canvas, canvasElement, userEvent, args }) => {
		await userEvent.type(canvas.getByRole('textbox', { name: email }), 'ravi@');
		await userEvent.type(canvas.getByRole('textbox', { name: phone }), '98765');
		await userEvent.click(canvas.getByRole('button', { name: addAddress }));
		await waitFor(() => expect(document.activeElement).toHaveAttribute('name', 'address.country'));
		await userEvent.type(canvasElement.querySelector<HTMLInputElement>('[name="address.postal_code"]')!, '5600{Enter}');
		await waitFor(() => expect(canvas.getByRole('textbox', { name: email })).toHaveFocus());
		await waitFor(() => expect(canvasElement.querySelectorAll('[aria-invalid="true"]')).toHaveLength(6));
		await expect(args.onSaved).not.toHaveBeenCalled();
	},
};

/** Said before anyone presses a button. */
export const EmailAlreadyACustomer: Story = {
	play: async ({ canvas, userEvent }) => {
		await userEvent.type(canvas.getByRole('textbox', { name: email }), 'Asha.Verma@example.com');
		await userEvent.tab();
		await expect(await canvas.findByRole('link', { name: said((locale) => locale.form.openExisting) })).toHaveAttribute(
			'href',
			`#/customers/${asha.id}`,
		);
	},
};

/** Created, and yet nothing was: the customer existed, and the form says so. */
export const Existing: Story = {
	play: async (context) => {
		await submitNew(context, asha.email!);
		await waitFor(() => expect(context.args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ id: asha.id }), 'existing'));
		await waitFor(() => expect(context.canvas.getByRole('status')).toHaveTextContent(said((locale) => locale.form.existing)));
	},
};

/** Someone else saved meanwhile: mine and theirs, side by side. */
export const Conflict: Story = {
	args: { customer: asha },
	parameters: {
		backend: () => {
			const backend = store();
			let edited = false;
			return {
				...backend,
				async update(id, patch, options) {
					if (!edited) {
						edited = true;
						await backend.update(id, { name: 'Asha Rao', phone: '+912025520000' }, { ...(options?.scope ? { scope: options.scope } : {}) });
					}
					return backend.update(id, patch, options);
				},
			} satisfies ReturnType<typeof store>;
		},
	},
	play: async ({ canvas, userEvent }) => {
		const field = canvas.getByRole('textbox', { name });
		await userEvent.clear(field);
		await userEvent.type(field, 'Asha V. Kulkarni{Enter}');
		const conflict = await canvas.findByRole('region', { name: said((locale) => locale.form.conflictTitle) });
		await expect(await within(conflict).findAllByRole('radio')).toHaveLength(2);
		await expect(conflict).toHaveTextContent('Asha Rao');
	},
};

export const ConflictResolved: Story = {
	...Conflict,
	play: async (context) => {
		const { canvas, userEvent, args } = context;
		await Conflict.play?.(context);
		await userEvent.click(canvas.getByRole('radio', { name: /Asha Rao/ }));
		await userEvent.click(canvas.getByRole('button', { name: said((locale) => locale.form.saveMerged) }));
		await waitFor(() => expect(args.onSaved).toHaveBeenCalled());
		await expect(canvas.getByRole('textbox', { name })).toHaveValue('Asha Rao');
	},
};

/** The server refuses one known field and something else. */
export const ServerRefusesFields: Story = {
	parameters: failing('validation_failed', {
		issues: [
			{ path: 'phone', code: 'invalid_phone' },
			{ path: '', code: 'unknown_field' },
		],
	}),
	play: async (context) => {
		await submitNew(context);
		await context.canvas.findByText(said((locale) => locale.form.summary));
		await waitFor(() => expect(context.canvas.getByRole('textbox', { name: phone })).toHaveFocus());
	},
};

export const EmailTaken: Story = {
	args: { customer: asha },
	parameters: failing('email_exists'),
	play: async ({ canvas, userEvent }) => {
		const field = canvas.getByRole('textbox', { name: email });
		await userEvent.clear(field);
		await userEvent.type(field, 'taken@example.com{Enter}');
		await canvas.findByText(said((locale) => locale.errors.email_exists));
		await expect(field).toHaveAttribute('aria-invalid', 'true');
	},
};

/** The request id is what support asks for. */
export const ServerError: Story = {
	parameters: failing('internal_error', { requestId: 'req_4f9c2a71' }),
	play: async (context) => {
		await submitNew(context);
		await context.canvas.findByText(/req_4f9c2a71/);
	},
};

export const ServerErrorThenRetry: Story = {
	parameters: failing('upstream_unavailable', { requestId: 'req_77aa01' }),
	play: async (context) => {
		await submitNew(context);
		await saveAgain(context);
	},
};

export const Offline: Story = {
	parameters: failing('offline'),
	play: async (context) => {
		await submitNew(context);
		await saveAgain(context);
	},
};

/** Sign in elsewhere, come back, save: nothing was lost. */
export const SessionExpired: Story = {
	parameters: failing('unauthenticated'),
	play: async (context) => {
		await submitNew(context);
		await saveAgain(context);
	},
};

export const Forbidden: Story = {
	parameters: failing('forbidden'),
	play: async (context) => {
		await submitNew(context);
		await context.canvas.findAllByText(said((locale) => locale.errors.forbidden));
	},
};

export const DeletedMeanwhile: Story = {
	args: { customer: asha },
	parameters: failing('not_found'),
	play: async ({ canvas, userEvent }) => {
		await userEvent.type(canvas.getByRole('textbox', { name }), ' Rao{Enter}');
		await canvas.findAllByText(said((locale) => locale.errors.not_found));
	},
};

/** The button counts down. */
export const TooManyRequests: Story = {
	parameters: failing('rate_limited', { retryAfterMs: 30_000 }),
	play: async (context) => {
		await submitNew(context);
		const button = await context.canvas.findByRole('button', { name: said((locale) => locale.form.retryIn) });
		await expect(button).toHaveAttribute('aria-disabled', 'true');
	},
};

/** A backend that keeps no phones and addresses: the form has no place for them. */
export const NotKept: Story = {
	parameters: { backend: () => memoryBackend({ latencyMs: 50, capabilities: { keeps: ['name'] } }) },
	play: async ({ canvas, args, userEvent }) => {
		await waitFor(() => expect(canvas.queryByRole('textbox', { name: phone })).toBeNull());
		await expect(canvas.getAllByRole('textbox')).toHaveLength(2);
		await userEvent.type(canvas.getByRole('textbox', { name: email }), 'ravi@example.com{Enter}');
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ phone: null }), 'created'));
	},
};
