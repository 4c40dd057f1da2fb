import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { CustomerForm, CustomerFormField, type Locale } from '../src/index';
import { ar } from '../src/locales/ar';
import { en } from '../src/locales/en';
import { hi } from '../src/locales/hi';
import { asha, words } from './formStory';
import { said } from './said';

/** The form while it waits, where nothing can be changed, in a layout of the host's, and as others see it. */
const meta = {
	title: 'CustomerForm/Looks',
	component: CustomerForm,
	args: { defaultCountry: 'IN', onSaved: fn(), onCancel: fn() },
	parameters: { backend: () => memoryBackend({ customers: [asha] }) },
} satisfies Meta<typeof CustomerForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Loading: Story = {
	args: { loading: true },
	play: async ({ canvas }) => {
		await expect((await canvas.findByText(said(({ common }) => common.loading))).closest('[aria-busy]')).toHaveAttribute(
			'aria-busy',
			'true',
		);
		await expect(canvas.queryByRole('textbox')).toBeNull();
	},
};

export const ReadOnly: Story = {
	args: { customer: asha },
	parameters: {
		backend: () => memoryBackend({ customers: [asha], capabilities: { write: { update: false } } }),
	},
	play: async ({ canvas }) => {
		await canvas.findByText(said((locale) => locale.form.readOnly));
		await expect(canvas.queryByRole('button', { name: words.save })).toBeNull();
		await expect(canvas.getByRole('textbox', { name: words.name })).toHaveAttribute('readonly');
	},
};

/** A few of the fields, in another order, with words between them. */
export const Recomposed: Story = {
	args: {
		fields: ['name', 'email'],
		submitLabel: 'Invite',
		children: (
			<>
				<CustomerFormField name="name" />
				<p style={{ margin: 0 }}>We send the invoice to this address.</p>
				<CustomerFormField name="email" />
			</>
		),
	},
	play: async ({ canvas }) => {
		await expect(canvas.getAllByRole('textbox')).toHaveLength(2);
		await expect(canvas.getByRole('textbox', { name: words.name })).toBeVisible();
		await expect(canvas.getByRole('button', { name: 'Invite' })).toBeVisible();
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
	parameters: { narrow: true },
	play: toldIn(en),
};

/** Its fields are named in a language, and it runs its way. */
function toldIn(locale: Locale): Story['play'] {
	return async ({ canvas }) => {
		const field = canvas.getByRole('textbox', { name: locale.fields.name });
		await expect(getComputedStyle(field.closest('form')!).direction).toBe(locale.dir);
	};
}
