import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { CustomerError, CustomerForm, type CustomerFormProps, CustomersProvider } from '../src/index';
import { expectTyped, expectValue, saidError, submitNew, watchedStore, words } from './formStory';

/** The session ends while somebody types: what they typed is theirs, and nobody else's. */
const meta = {
	title: 'CustomerForm/Session',
	tags: ['behaviour'],
	component: CustomerForm,
	args: { defaultCountry: 'IN', onSaved: fn() },
} satisfies Meta<typeof CustomerForm>;

export default meta;
type Story = StoryObj<typeof meta>;

const session = { user: 'asha' };
const sessions = watchedStore(({ method }) =>
	method === 'create' && session.user === 'nobody' ? { error: new CustomerError('unauthenticated') } : undefined,
);
const onUnauthenticated = fn();

/** A host whose session ends; a scope is a signed-in user. */
function Host({ form }: { form: CustomerFormProps }) {
	const [backend] = useState(sessions.backend);
	const [client] = useState(() => new QueryClient());
	const [user, setUser] = useState('asha');
	return (
		<CustomersProvider backend={backend} scope={user} queryClient={client} onUnauthenticated={onUnauthenticated}>
			<p>
				<button
					type="button"
					onClick={() => {
						session.user = 'asha';
					}}
				>
					Sign in again
				</button>{' '}
				<button type="button" onClick={() => setUser('someone else')}>
					Sign in as someone else
				</button>
			</p>
			<CustomerForm {...form} />
		</CustomersProvider>
	);
}

/** 401: sign in elsewhere, come back, save. Nothing was lost, and the host was told once. */
export const SessionOver: Story = {
	globals: { locale: 'en' },
	render: (args) => <Host form={args} />,
	play: async (context) => {
		const { canvas, userEvent, args } = context;
		session.user = 'nobody';
		onUnauthenticated.mockClear();
		await submitNew(context);
		await canvas.findAllByText(saidError('unauthenticated'));
		await expectTyped(context);
		await userEvent.click(await canvas.findByRole('button', { name: words.retry }));
		await canvas.findByRole('button', { name: words.retry });
		await expect(onUnauthenticated).toHaveBeenCalledOnce();
		await userEvent.click(canvas.getByRole('button', { name: 'Sign in again' }));
		await userEvent.click(canvas.getByRole('button', { name: words.retry }));
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledWith(expect.objectContaining({ phone: '+919876501234' }), 'created'));
	},
};

/** The next user finds nothing of what the former one typed. */
export const AnotherUser: Story = {
	...SessionOver,
	play: async (context) => {
		const { canvas, canvasElement, userEvent } = context;
		session.user = 'nobody';
		await submitNew(context);
		await canvas.findAllByText(saidError('unauthenticated'));
		await userEvent.click(canvas.getByRole('button', { name: 'Sign in as someone else' }));
		for (const field of ['email', 'name', 'phone']) await waitFor(() => expectValue(canvasElement, field, ''));
		await expect(canvas.queryByRole('button', { name: words.retry })).toBeNull();
	},
};
