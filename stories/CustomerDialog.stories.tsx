import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, screen, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type Customer, CustomerDialog, type CustomerDialogProps, type Locale } from '../src/index';
import { ar } from '../src/locales/ar';
import { en } from '../src/locales/en';
import { hi } from '../src/locales/hi';
import { findDialog } from './formStory';
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

/** The form in a modal dialog. Asks before it throws typing away, and gives the focus back to what opened it. */
const meta = {
	title: 'CustomerDialog',
	component: CustomerDialog,
	args: { open: true, onOpenChange: fn(), onSaved: fn(), defaultCountry: 'IN' },
	parameters: { backend: () => memoryBackend({ customers: [asha], latencyMs: 50 }), docs: { story: { inline: false, height: 720 } } },
	render: (args) => <Opener {...args} />,
} satisfies Meta<typeof CustomerDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

function Opener(props: CustomerDialogProps) {
	const [open, setOpen] = useState(props.open);
	return (
		<>
			<button type="button" className="pc-button" data-variant="secondary" onClick={() => setOpen(true)}>
				Open
			</button>
			<CustomerDialog
				{...props}
				open={open}
				onOpenChange={(next) => {
					setOpen(next);
					props.onOpenChange(next);
				}}
			/>
		</>
	);
}

const email = said((locale) => locale.fields.email);
const name = said((locale) => locale.fields.name);

export const Create: Story = {
	play: async () => {
		const dialog = await findDialog(said((locale) => locale.form.createTitle));
		await waitFor(() => expect(within(dialog).getByRole('textbox', { name: email })).toHaveFocus());
	},
};

export const Edit: Story = {
	args: { customer: asha },
	play: async () => {
		const dialog = await findDialog(said((locale) => locale.form.editTitle));
		await expect(within(dialog).getByRole('textbox', { name })).toHaveValue('Asha Verma');
	},
};

/** Opened, filled, saved: the dialog closes and the focus is where it was. */
export const SavedByKeyboard: Story = {
	args: { open: false },
	play: async ({ canvas, userEvent, args }) => {
		await userEvent.tab();
		await userEvent.keyboard('{Enter}');
		const dialog = await findDialog();
		await waitFor(() => expect(within(dialog).getByRole('textbox', { name: email })).toHaveFocus());
		await userEvent.keyboard('ravi@example.com');
		await userEvent.tab();
		await userEvent.keyboard('Ravi Kumar{Enter}');
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ email: 'ravi@example.com' }), 'created'));
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		await expect(canvas.getByRole('button', { name: 'Open' })).toHaveFocus();
	},
};

/** Nothing typed: Escape closes at once. */
export const ClosedUntouched: Story = {
	args: { open: false },
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(canvas.getByRole('button', { name: 'Open' }));
		await findDialog();
		await userEvent.keyboard('{Escape}');
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		await expect(canvas.getByRole('button', { name: 'Open' })).toHaveFocus();
	},
};

/** Something typed: Escape asks, Escape again takes the question back, and the typing is still there. */
export const UnsavedChanges: Story = {
	args: { customer: asha },
	play: async ({ userEvent }) => {
		const dialog = await findDialog(said((locale) => locale.form.editTitle));
		const field = within(dialog).getByRole('textbox', { name });
		await userEvent.type(field, ' Rao');
		await userEvent.keyboard('{Escape}');
		await expect(await screen.findByRole('button', { name: said((locale) => locale.dialog.keepEditing) })).toHaveFocus();
		await userEvent.keyboard('{Escape}');
		await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
		await expect(field).toHaveFocus();
		await expect(field).toHaveValue('Asha Verma Rao');
		await userEvent.click(within(dialog).getByRole('button', { name: said((locale) => locale.common.close) }));
		await screen.findByRole('alertdialog');
	},
};

export const Discarded: Story = {
	args: { customer: asha },
	play: async (context) => {
		await UnsavedChanges.play?.(context);
		await context.userEvent.click(screen.getByRole('button', { name: said((locale) => locale.dialog.discard) }));
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
	},
};

/** Escape in the country list closes the list, not the dialog. */
export const CountryListInside: Story = {
	play: async ({ userEvent }) => {
		const dialog = await findDialog(said((locale) => locale.form.createTitle));
		const button = within(dialog).getByRole('button', { name: said((locale) => `${locale.form.phoneCountryIs} {code}`) });
		await userEvent.click(button);
		await within(dialog).findByRole('combobox', { name: said((locale) => locale.form.searchCountry) });
		await userEvent.keyboard('{Escape}');
		await expect(button).toHaveFocus();
		await expect(dialog).toBeVisible();
	},
};

/** The customer existed already: the dialog stays and says so. */
export const Existing: Story = {
	play: async ({ userEvent }) => {
		const dialog = await findDialog();
		await userEvent.type(within(dialog).getByRole('textbox', { name: email }), `${asha.email}{Enter}`);
		await waitFor(() => expect(within(dialog).getByRole('status')).toHaveTextContent(said((locale) => locale.form.existing)));
	},
};

export const Hindi: Story = { tags: ['look'], args: { customer: asha }, globals: { locale: 'hi' }, play: toldIn(hi) };

export const Arabic: Story = {
	name: 'Arabic (RTL)',
	tags: ['look'],
	args: { customer: asha },
	globals: { locale: 'ar' },
	play: toldIn(ar),
};

export const Dark: Story = { tags: ['look'], args: { customer: asha }, globals: { theme: 'dark' }, play: toldIn(en) };

export const Narrow: Story = {
	name: 'Narrow (320 px)',
	tags: ['look'],
	args: { customer: asha },
	globals: { viewport: { value: 'phone' } },
	play: toldIn(en),
};

/** Hardly any height: head and foot go with the fields, and all of it can be reached. */
export const Low: Story = {
	name: 'Low (360 px high)',
	tags: ['look'],
	args: { customer: asha },
	globals: { viewport: { value: 'low' } },
	play: async () => {
		const dialog = await findDialog(said((locale) => locale.form.editTitle));
		if (innerHeight > 400) return;
		const save = within(dialog).getByRole('button', { name: said((locale) => locale.form.save) });
		const title = within(dialog).getByRole('heading');
		await expect(save.getBoundingClientRect().top).toBeGreaterThan(innerHeight);
		dialog.scrollTo(0, dialog.scrollHeight);
		await expect(save.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
		await expect(title.getBoundingClientRect().bottom).toBeLessThan(0);
	},
};

function toldIn(locale: Locale): Story['play'] {
	return async () => {
		const dialog = await findDialog(locale.form.editTitle);
		await expect(getComputedStyle(dialog).direction).toBe(locale.dir);
	};
}
