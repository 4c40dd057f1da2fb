import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { CustomerForm, CustomerTable, useCustomer } from '../src/index';
import { sampleCustomers } from '../src/testing';
import { asha, expectValue, type WatchedStore, watchedStore, words } from './formStory';
import { said } from './said';

/** What others do meanwhile, where the backend tells of it. Nobody who reads or types is disturbed. */
const meta = { title: 'Live changes' } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const many = watchedStore(undefined, () => memoryBackend({ customers: sampleCustomers(12), latencyMs: 50 }));
const followed = ({ isFollowed }: WatchedStore) => waitFor(() => expect(isFollowed()).toBe(true));

/** Three customers sign up elsewhere: a button says so, and no row moves until it is pressed. */
export const ThreeNew: Story = {
	tags: ['look'],
	parameters: { backend: many.backend, docs: { playsFirst: true } },
	render: () => <CustomerTable getCustomerHref={({ id }) => `#/customers/${id}`} />,
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.getAllByRole('link').length).toBeGreaterThan(9));
		await followed(many);
		const before = canvas.getAllByRole('link').map(({ textContent }) => textContent);
		for (const name of ['Ines Duarte', 'Kofi Mensah', 'Lena Vogt']) await many.join(name);
		await canvas.findByRole('button', { name: said(({ live }) => live.newCustomers) });
		await expect(canvas.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(before);
	},
};

export const NarrowThreeNew: Story = { ...ThreeNew, parameters: { ...ThreeNew.parameters, narrow: true } };

/** They are on top, and the focus stays in the list. */
export const ThreeNewShown: Story = {
	...ThreeNew,
	tags: ['behaviour'],
	play: async (context) => {
		await ThreeNew.play?.(context);
		const { canvas, userEvent } = context;
		await userEvent.click(canvas.getByRole('button', { name: said(({ live }) => live.newCustomers) }));
		await canvas.findByText(/Vogt/);
		await expect(canvas.queryByRole('button', { name: said(({ live }) => live.newCustomers) })).toBeNull();
		await waitFor(() => expect(canvas.getByRole('table')).toContainElement(document.activeElement as HTMLElement));
	},
};

const store = watchedStore();

function Edit() {
	const { data } = useCustomer(asha.id);
	return data ? <CustomerForm customer={data} /> : <CustomerForm loading />;
}

/** Someone else saves what is being edited here: both versions are shown at once, and typing goes on. */
export const ChangedWhileEdited: Story = {
	tags: ['look'],
	parameters: { backend: store.backend },
	render: () => <Edit />,
	play: async ({ canvas, canvasElement, userEvent }) => {
		const name = await canvas.findByRole('textbox', { name: words.name });
		await followed(store);
		await userEvent.type(name, ' Rao');
		await store.changeAsha({ name: 'Asha V. Iyer' });
		const choice = await canvas.findByRole('group', { name: words.name });
		await within(choice).findByText('Asha V. Iyer');
		await expect(name).toHaveFocus();
		await userEvent.type(name, 'o');
		await expectValue(canvasElement, 'name', 'Asha Verma Raoo');
	},
};
