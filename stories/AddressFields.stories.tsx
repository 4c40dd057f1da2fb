import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, within } from 'storybook/test';
import { AddressFields, type AddressFieldsProps } from '../src/index';
import { said } from './said';

/** The fields of a postal address: their order, names and what is required follow the country. */
const meta = {
	title: 'AddressFields',
	component: AddressFields,
	args: { value: {}, onChange: fn() },
	decorators: [
		(Story) => (
			<div data-pc-root="" style={{ maxInlineSize: 480, containerType: 'inline-size' }}>
				<Story />
			</div>
		),
	],
	render: (args) => <Stateful {...args} />,
} satisfies Meta<typeof AddressFields>;

export default meta;
type Story = StoryObj<typeof meta>;

function Stateful(props: AddressFieldsProps) {
	const [value, setValue] = useState(props.value);
	return (
		<AddressFields
			{...props}
			value={value}
			onChange={(field, text) => {
				setValue((before) => ({ ...before, [field]: text }));
				props.onChange(field, text);
			}}
		/>
	);
}

/** Enters an address from the country on, by keyboard only. */
function entered(country: string, typed: Record<string, string>): Story {
	return {
		args: { value: { country } },
		play: async ({ canvasElement, userEvent, args }) => {
			const select = canvasElement.querySelector<HTMLSelectElement>('[name="address.country"]')!;
			select.focus();
			for (const [field, text] of Object.entries(typed)) {
				await userEvent.tab();
				const control = document.activeElement as HTMLInputElement | HTMLSelectElement;
				await expect(control.name).toBe(`address.${field}`);
				if (control instanceof HTMLSelectElement) {
					await within(control).findByRole('option', { name: new RegExp(text) });
					await userEvent.selectOptions(control, within(control).getByRole('option', { name: new RegExp(text) }));
				} else if (text) await userEvent.keyboard(text);
			}
			for (const [field, text] of Object.entries(typed))
				if (text) await expect(args.onChange).toHaveBeenCalledWith(field, expect.anything());
		},
	};
}

export const NoCountry: Story = {
	play: async ({ canvas }) => {
		await expect(canvas.getByRole('combobox', { name: said((locale) => locale.address.country) })).toHaveValue('');
	},
};

export const India = entered('IN', {
	line1: '221 MG Road',
	line2: 'Shivaji Nagar',
	city: 'Pune',
	postal_code: '411005',
	state: 'Maharashtra',
});
export const UnitedStates = entered('US', {
	line1: '500 Congress Ave',
	line2: 'Suite 200',
	city: 'Austin',
	state: 'Texas',
	postal_code: '78701',
});
export const UnitedKingdom = entered('GB', { line1: '10 Downing Street', line2: '', city: 'London', postal_code: 'sw1a2aa' });
export const Germany = entered('DE', { line1: 'Unter den Linden 77', line2: '', postal_code: '10117', city: 'Berlin' });
export const Japan = entered('JP', { postal_code: '100-0005', state: 'Tokyo', line1: '千代田区丸の内1-9-1', line2: '' });
export const Brazil = entered('BR', {
	line1: 'Av. Paulista 1578',
	line2: '',
	city: 'São Paulo',
	state: 'São Paulo',
	postal_code: '01310-200',
});

/** No postal code, no city. */
export const UnitedArabEmirates = entered('AE', { line1: 'Sheikh Zayed Road 1', line2: '', state: 'Dubai' });
export const Ireland = entered('IE', { line1: '1 Grafton Street', line2: '', city: 'Dublin', state: 'Dublin', postal_code: 'D02 Y754' });

/** What the new country has no field for stays visible as long as it holds a value. */
export const CountryChanged: Story = {
	args: { value: { country: 'US', line1: '500 Congress Ave', city: 'Austin', state: 'TX', postal_code: '78701' } },
	play: async ({ canvas, userEvent }) => {
		const countries = canvas.getByRole('combobox', { name: said((locale) => locale.address.country) });
		await userEvent.click(countries);
		await userEvent.selectOptions(countries, 'AE');
		await expect(canvas.getByDisplayValue('78701')).toBeVisible();
		await expect(canvas.getByDisplayValue('Austin')).toBeVisible();
	},
};

/** A stored state that is in no list is shown and kept. */
export const OldState: Story = {
	args: { value: { country: 'IN', city: 'Bombay', state: 'Bombay Presidency' } },
	play: async ({ canvas }) => {
		await expect(await canvas.findByDisplayValue('Bombay Presidency')).toBeVisible();
	},
};

/** Worth a word, never an error. */
export const StateOfAnotherPostalCode: Story = {
	args: { value: { country: 'US', line1: '500 Congress Ave', city: 'Austin', state: 'CA', postal_code: '78701' } },
	play: async ({ canvas }) => {
		await expect(await canvas.findByText(said(({ form }) => form.stateMismatch))).toBeVisible();
	},
};

export const WithErrors: Story = {
	args: {
		value: { country: 'IN', line1: '221 MG Road', postal_code: '4110' },
		errors: { city: 'We do not deliver there yet.', postal_code: 'Six digits, please.', state: 'Another state than the card’s.' },
	},
	play: async ({ canvasElement }) => {
		await expect(canvasElement.querySelectorAll('[aria-invalid="true"]')).toHaveLength(3);
	},
};

export const ReadOnly: Story = {
	args: { value: { country: 'IN', line1: '221 MG Road', city: 'Pune', state: 'MH', postal_code: '411005' }, readOnly: true },
	play: async ({ canvas }) => {
		for (const field of canvas.getAllByRole('textbox')) await expect(field).toHaveAttribute('readonly');
	},
};

export const Hindi: Story = { ...CountryChanged, tags: ['look'], globals: { locale: 'hi' } };

export const Arabic: Story = { ...CountryChanged, name: 'Arabic (RTL)', tags: ['look'], globals: { locale: 'ar' } };

export const Dark: Story = { ...CountryChanged, tags: ['look'], globals: { theme: 'dark' } };
