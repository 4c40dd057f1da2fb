import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { PhoneField, type PhoneFieldProps } from '../src/index';
import { said } from './said';

/** One input for any phone number: formats while you type, keeps the caret, follows the number's own country. */
const meta = {
	title: 'PhoneField',
	component: PhoneField,
	args: { value: '', onChange: fn(), defaultCountry: 'IN' },
	decorators: [
		(Story) => (
			<div data-pc-root="" style={{ maxInlineSize: 420 }}>
				<Story />
			</div>
		),
	],
	render: (args) => <Stateful {...args} />,
} satisfies Meta<typeof PhoneField>;

export default meta;
type Story = StoryObj<typeof meta>;

function Stateful(props: PhoneFieldProps) {
	const [value, setValue] = useState(props.value);
	return (
		<PhoneField
			{...props}
			value={value}
			onChange={(next) => {
				setValue(next);
				props.onChange(next);
			}}
		/>
	);
}

const savedAs = (phone: string) => said((locale) => locale.form.phoneStored.replace('{phone}', phone));

export const Empty: Story = {
	play: async ({ canvas }) => {
		await expect(canvas.getByRole('textbox', { name: said(({ fields }) => fields.phone) })).toHaveValue('');
		await canvas.findByRole('button', { name: said(({ form }) => `${form.phoneCountryIs} IN`) });
	},
};

export const Typed: Story = {
	play: async ({ canvas, userEvent, args }) => {
		await userEvent.tab();
		await userEvent.tab();
		await userEvent.keyboard('9876543210');
		await canvas.findByText(savedAs('+919876543210'));
		await waitFor(() => expect(canvas.getByRole('textbox')).toHaveValue('98765 43210'));
		await expect(args.onChange).toHaveBeenLastCalledWith('+919876543210');
	},
};

/** The number's own country wins over the chosen one. */
export const Pasted: Story = {
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(canvas.getByRole('textbox'));
		await userEvent.paste('tel:+44 (0)20 7946-0958');
		await canvas.findByText(savedAs('+442079460958'));
		await expect(canvas.getByRole('button')).toHaveTextContent('GB');
	},
};

/** Digits of any script. */
export const Devanagari: Story = {
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(canvas.getByRole('textbox'));
		await userEvent.paste('९८७६५ ४३२१०');
		await canvas.findByText(savedAs('+919876543210'));
	},
};

/** A digit typed or deleted in the middle leaves the caret where it was. */
export const CaretInTheMiddle: Story = {
	play: async ({ canvas, userEvent }) => {
		const input = canvas.getByRole<HTMLInputElement>('textbox');
		await userEvent.type(input, '9876543210');
		await canvas.findByText(savedAs('+919876543210'));
		input.setSelectionRange(3, 3);
		await userEvent.keyboard('{Backspace}');
		await expect([input.value, input.selectionStart]).toEqual(['98654 3210', 2]);
		await userEvent.keyboard('1');
		await expect([input.value, input.selectionStart]).toEqual(['98165 43210', 3]);
	},
};

/** Found by name in the reader's language, English name, ISO code or calling code. */
export const ChoosingACountry: Story = {
	play: async ({ canvas, userEvent }) => {
		await userEvent.tab();
		await userEvent.keyboard('{ArrowDown}');
		await canvas.findByRole('combobox');
		await userEvent.keyboard('ireland');
		await waitFor(() => expect(canvas.getAllByRole('option')[0]).toHaveTextContent('IE'));
		await userEvent.keyboard('{Enter}');
		await expect(canvas.getByRole('textbox')).toHaveFocus();
		await userEvent.keyboard('0850123456');
		await canvas.findByText(savedAs('+353850123456'));
	},
};

export const CountryList: Story = {
	decorators: [
		(Story) => (
			<div style={{ minBlockSize: 420 }}>
				<Story />
			</div>
		),
	],
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(canvas.getByRole('button'));
		await userEvent.type(await canvas.findByRole('combobox'), 'united');
		await waitFor(() => expect(canvas.getAllByRole('option').length).toBeLessThan(10));
	},
};

/** The plus was forgotten: one click puts it there. */
export const MissingPlus: Story = {
	play: async ({ canvas, userEvent }) => {
		await userEvent.type(canvas.getByRole('textbox'), '4915123456789');
		await userEvent.click(await canvas.findByRole('button', { name: said((locale) => locale.form.phoneSuggestion) }));
		await canvas.findByText(savedAs('+4915123456789'));
	},
};

/** An extension cannot be stored: it is refused with its reason, and stays on screen. */
export const Extension: Story = {
	args: { defaultCountry: 'US', error: 'We cannot dial this.' },
	play: async ({ canvas, userEvent }) => {
		await userEvent.type(canvas.getByRole('textbox'), '202 555 0123 ext 5');
		await canvas.findByText(said((locale) => locale.issues.phone_extension));
		await expect(canvas.getByRole('textbox')).toHaveValue('(202) 555-0123 ext 5');
	},
};

/** A stored number is shown as its country writes it, before anybody goes there. */
export const Stored: Story = {
	args: { value: '+551155256325' },
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.getByRole('textbox')).toHaveValue('+55 11 5525 6325'));
	},
};

export const ReadOnly: Story = {
	args: { value: '+919876543210', readOnly: true },
	play: async ({ canvas }) => {
		await expect(canvas.getByRole('textbox')).toHaveAttribute('readonly');
	},
};

/** A number runs from left to right in every language. */
export const Arabic: Story = {
	...Typed,
	name: 'Arabic (RTL)',
	tags: ['look'],
	globals: { locale: 'ar' },
};

export const Hindi: Story = { ...Typed, tags: ['look'], globals: { locale: 'hi' } };

export const Dark: Story = { ...CountryList, tags: ['look'], globals: { theme: 'dark' } };
