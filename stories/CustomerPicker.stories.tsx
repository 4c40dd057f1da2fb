import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type CustomerBackend, CustomerError, CustomerPicker, type CustomerPickerProps, type Locale } from '../src/index';
import { type PlannedCall, sampleCustomers, withFaults } from '../src/testing';
import { asha } from './formStory';
import { said } from './said';

/** A customer to choose, in any form: by name, email or phone, or out of all of them. */
const meta = {
	title: 'CustomerPicker',
	component: CustomerPicker,
	args: { value: null, onChange: fn() },
	decorators: [
		(Story) => (
			// Room for the list below it.
			<div data-pc-root="" style={{ maxInlineSize: 420, minBlockSize: 400 }}>
				<Story />
			</div>
		),
	],
	render: (args) => <Kept {...args} />,
	parameters: { backend: () => crowd() },
} satisfies Meta<typeof CustomerPicker>;

export default meta;
type Story = StoryObj<typeof meta>;
type Stage = Pick<Parameters<NonNullable<Story['play']>>[0], 'canvas' | 'userEvent'>;

/** As a host keeps it. */
function Kept(props: CustomerPickerProps) {
	const [value, setValue] = useState(props.value);
	const change: CustomerPickerProps['onChange'] = (id, customer) => {
		setValue(id);
		props.onChange?.(id, customer);
	};
	return <CustomerPicker {...props} value={value} onChange={change} />;
}

/** Asha, a namesake and sixty others. */
function crowd(
	options: Parameters<typeof memoryBackend>[0] = {},
	plan: (call: PlannedCall) => ReturnType<Parameters<typeof withFaults>[1]> = () => undefined,
): CustomerBackend {
	const namesake = { ...asha, id: 'cus_4Rw8NsYz1Lq6', email: 'asha@example.org', created: '2026-11-02T08:00:00Z' };
	return withFaults(memoryBackend({ customers: [asha, namesake, ...sampleCustomers(60)], latencyMs: 20, ...options }), plan);
}

const text = (pick: (picker: Locale['picker']) => Parameters<typeof said>[0] extends (locale: Locale) => infer Text ? Text : never) =>
	said(({ picker }) => pick(picker));
const box = ({ canvas }: Pick<Stage, 'canvas'>) => canvas.getByRole('combobox');
const found = ({ canvas }: Pick<Stage, 'canvas'>, count: number) =>
	waitFor(() => expect(canvas.getAllByRole('option')).toHaveLength(count));

/** Opens the list. */
async function open(stage: Stage, count = 20) {
	await stage.userEvent.click(box(stage));
	await found(stage, count);
}

export const Empty: Story = {
	play: async ({ canvas }) => {
		await expect(box({ canvas })).toHaveAccessibleName(text(({ label }) => label));
		await expect(box({ canvas })).toHaveAttribute('aria-expanded', 'false');
	},
};

/** A page of customers; more come as one goes down. */
export const Opened: Story = {
	tags: ['look'],
	play: async (stage) => {
		await open(stage);
		await stage.userEvent.keyboard('{ArrowDown}');
		await expect(stage.canvas.getByRole('listbox')).toBeVisible();
		await expect(stage.canvas.getByRole('status')).toHaveTextContent(text(({ more }) => more));
	},
};

/** Two of the same name are told apart by their email. */
export const Searched: Story = {
	play: async (stage) => {
		await stage.userEvent.click(box(stage));
		await stage.userEvent.keyboard('asha verma');
		await found(stage, 2);
		await expect(stage.canvas.getByText('asha@example.org')).toBeVisible();
		await expect(stage.canvas.getByRole('status')).toHaveTextContent(text(({ found }) => found));
	},
};

/** The first match is taken by Enter. */
export const Chosen: Story = {
	play: async (stage) => {
		await stage.userEvent.click(box(stage));
		await stage.userEvent.keyboard('asha.verma@');
		await found(stage, 1);
		await stage.userEvent.keyboard('{Enter}');
		await expect(box(stage)).toHaveValue(asha.name);
		await expect(box(stage)).toHaveFocus();
		await expect(stage.canvas.getByText(asha.email!)).toBeVisible();
		await expect(stage.canvas.getByRole('status')).toHaveTextContent(text(({ chosen }) => chosen));
	},
};

/** An id that was stored before. */
export const ChosenBefore: Story = {
	args: { value: asha.id },
	play: async (stage) => {
		await waitFor(() => expect(box(stage)).toHaveValue(asha.name));
		await expect(stage.canvas.getByRole('button', { name: text(({ clear }) => clear) })).toBeVisible();
	},
};

export const Cleared: Story = {
	args: { value: asha.id },
	play: async (stage) => {
		await waitFor(() => expect(box(stage)).toHaveValue(asha.name));
		await stage.userEvent.click(stage.canvas.getByRole('button', { name: text(({ clear }) => clear) }));
		await expect(box(stage)).toHaveValue('');
		await expect(stage.args.onChange).toHaveBeenLastCalledWith(null, null);
	},
};

/** Where the host makes new customers, and the backend can. */
export const NewCustomer: Story = {
	args: { onCreate: fn() },
	play: async (stage) => {
		await stage.userEvent.click(box(stage));
		await stage.userEvent.keyboard('Zzyzx');
		await found(stage, 1);
		await stage.userEvent.click(stage.canvas.getByRole('option', { name: text(({ create }) => create) }));
		await expect(stage.args.onCreate).toHaveBeenCalledWith('Zzyzx');
	},
};

export const NobodyFound: Story = {
	tags: ['look'],
	play: async (stage) => {
		await stage.userEvent.click(box(stage));
		await stage.userEvent.keyboard('Zzyzx');
		await waitFor(() => expect(stage.canvas.getByRole('status')).toHaveTextContent(text(({ none }) => none)));
	},
};

export const NobodyYet: Story = {
	parameters: { backend: () => crowd({ customers: [] }) },
	play: async (stage) => {
		await stage.userEvent.click(box(stage));
		await waitFor(() => expect(stage.canvas.getByRole('status')).toHaveTextContent(text(({ empty }) => empty)));
	},
};

export const TooShort: Story = {
	parameters: { backend: () => crowd({ capabilities: { search: { minLength: 3 } } }) },
	play: async (stage) => {
		await stage.userEvent.click(box(stage));
		await stage.userEvent.keyboard('as');
		await waitFor(() => expect(stage.canvas.getByRole('status')).toHaveTextContent(text(({ tooShort }) => tooShort)));
	},
};

/** Of a backend that finds whole emails alone. */
export const WholeEmail: Story = {
	parameters: { backend: () => crowd({ capabilities: { search: false } }) },
	play: async (stage) => {
		await stage.userEvent.click(box(stage));
		await stage.userEvent.keyboard('asha');
		await waitFor(() => expect(stage.canvas.getByRole('status')).toHaveTextContent(text(({ wholeEmail }) => wholeEmail)));
	},
};

export const Loading: Story = {
	parameters: { backend: () => crowd({}, ({ method }) => (method === 'list' ? { hang: true } : undefined)) },
	play: async (stage) => {
		await stage.userEvent.click(box(stage));
		await waitFor(() => expect(stage.canvas.getByRole('status')).toHaveTextContent(said(({ common }) => common.loading)));
	},
};

export const Failed: Story = {
	tags: ['look'],
	parameters: {
		backend: () =>
			crowd({}, ({ method }) =>
				method === 'list' ? { error: new CustomerError('misconfigured', { requestId: 'req_7Qm2XvT4' }) } : undefined,
			),
	},
	play: async (stage) => {
		await stage.userEvent.click(box(stage));
		await expect(await stage.canvas.findByText(said(({ errors }) => errors.misconfigured))).toBeVisible();
		await expect(stage.canvas.queryByRole('button', { name: said(({ common }) => common.retry) })).toBeNull();
	},
};

/** Who was chosen is no longer there. */
export const Gone: Story = {
	args: { value: 'cus_0Gone' },
	play: async (stage) => {
		await expect(await stage.canvas.findByText(said(({ errors }) => errors.not_found))).toBeVisible();
		await expect(box(stage)).toHaveValue('cus_0Gone');
	},
};

export const Invalid: Story = {
	args: { required: true, error: 'Every invoice goes to somebody.' },
	play: async (stage) => {
		await expect(box(stage)).toHaveAccessibleDescription('Every invoice goes to somebody.');
		await expect(box(stage)).toBeInvalid();
	},
};

export const ReadOnly: Story = {
	args: { value: asha.id, readOnly: true },
	play: async (stage) => {
		await waitFor(() => expect(box(stage)).toHaveValue(asha.name));
		await stage.userEvent.click(box(stage));
		await expect(stage.canvas.queryByRole('listbox')).toBeNull();
	},
};

export const Disabled: Story = { args: { disabled: true }, play: async (stage) => expect(box(stage)).toBeDisabled() };

/** Names in any script, and in both directions. */
export const Names: Story = {
	parameters: { backend: () => crowd({ customers: sampleCustomers(12) }) },
	play: async (stage) => {
		await open(stage, 12);
		await expect(within(stage.canvas.getByRole('listbox')).getAllByRole('option')).toHaveLength(12);
	},
};

export const Hindi: Story = { ...Opened, tags: [], globals: { locale: 'hi' } };
export const Arabic: Story = { ...Opened, tags: [], name: 'Arabic (RTL)', globals: { locale: 'ar' } };
export const Dark: Story = { ...Opened, tags: [], globals: { theme: 'dark' } };
export const Narrow: Story = { ...Opened, tags: [], name: 'Narrow (320 px)', parameters: { narrow: true } };
