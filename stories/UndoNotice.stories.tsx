import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor, within } from 'storybook/test';
import {
	CustomerBrowser,
	CustomerDetail,
	CustomerError,
	CustomerTable,
	UndoNotice,
	type UndoNoticeProps,
	useUpdateCustomer,
} from '../src/index';
import { asha, findDialog, watchedStore, words } from './formStory';
import { realUser } from './keys';
import { said } from './said';

/** What is saved is seen at once, and can be taken back for ten seconds; longer while the notice is pointed at or has the focus. */
const meta = {
	title: 'UndoNotice',
	component: UndoNotice,
	// The page around it has the notice's look.
	argTypes: { className: { control: false } },
} satisfies Meta<typeof UndoNotice>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const undo = { name: said((locale) => locale.undo.undo) };
const rename = watchedStore();

/** Renames Asha in the dialog of the page. */
async function renameAsha({ canvas, userEvent }: Play) {
	await userEvent.click(await canvas.findByRole('link', { name: /Asha/ }));
	await userEvent.click(await canvas.findByRole('button', { name: said((locale) => locale.common.edit) }));
	const dialog = await findDialog();
	await userEvent.type(within(dialog).getByRole('textbox', { name: words.name }), ' Rao{Enter}');
	await canvas.findByRole('heading', { name: 'Asha Verma Rao' });
	return canvas.findByRole('button', undo);
}

const page: Story = {
	parameters: { backend: rename.backend, path: '/customers' },
	render: (args: UndoNoticeProps & { path?: string }) => (
		<CustomerBrowser basePath="/customers" path={args.path} undoDuration={args.duration} />
	),
};

/** For ten minutes here, so that whoever reads this page sees it. */
export const Offered: Story = {
	...page,
	args: { duration: 600_000 },
	parameters: { ...page.parameters, docs: { playsFirst: true } },
	play: async (context) => {
		await renameAsha(context);
		const notice = context.canvas.getByRole('group', { name: said((locale) => locale.undo.label) });
		await expect(notice).toHaveTextContent('Asha Verma Rao');
	},
};

/** Reached, pressed and left with the keyboard. */
export const UndoneByKeyboard: Story = {
	...page,
	play: async (context) => {
		const { canvas } = context;
		const user = await realUser();
		const button = await renameAsha(context);
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		const before = canvas.getByRole('button', { name: said((locale) => locale.common.edit) });
		await waitFor(() => expect(before).toHaveFocus());
		for (let presses = 0; document.activeElement !== button && presses < 12; presses++) await user.tab();
		await user.keyboard('{Enter}');
		await canvas.findByRole('heading', { name: 'Asha Verma' });
		await canvas.findAllByText(said((locale) => locale.undo.undone));
		await expect((await rename.asha()).name).toBe('Asha Verma');
		const notice = canvas.getByRole('group', { name: said((locale) => locale.undo.label) });
		await waitFor(() => expect(within(notice).getByRole('button')).toHaveFocus());
		await user.keyboard('{Escape}');
		await waitFor(() => expect(notice).not.toBeInTheDocument());
		await expect(document.activeElement).not.toBe(document.body);
	},
};

/** Someone else has changed the customer since: what they did stays. */
export const TooLate: Story = {
	...page,
	play: async (context) => {
		const button = await renameAsha(context);
		await rename.changeAsha({ name: 'Asha Kulkarni' });
		await context.userEvent.click(button);
		await context.canvas.findAllByText(said((locale) => `${locale.undo.failed} ${locale.errors.version_conflict}`));
		await expect((await rename.asha()).name).toBe('Asha Kulkarni');
		await expect(context.canvas.queryByRole('button', undo)).toBeNull();
	},
};

const halfRefused = watchedStore(({ method, args }) => {
	if (method !== 'update') return undefined;
	const patch = args[1] as { name?: string };
	return patch.name ? { delayMs: 3_000, error: new CustomerError('forbidden') } : { delayMs: 500 };
});

/** A list, a customer, and two edits of it on their way. */
function ListAndDetail() {
	const name = useUpdateCustomer();
	const phone = useUpdateCustomer();
	return (
		<div style={{ display: 'grid', gap: 24 }}>
			<p>
				<button
					type="button"
					onClick={() => {
						name.mutate({ id: asha.id, patch: { name: 'Refused Name' } });
						phone.mutate({ id: asha.id, patch: { phone: '+912025520000' } });
					}}
				>
					Change name and phone
				</button>
			</p>
			<CustomerTable />
			<CustomerDetail customerId={asha.id} />
			<UndoNotice />
		</div>
	);
}

/** Both edits are seen at once, in the list and in the customer; the refused one disappears alone. */
export const RefusedAlone: Story = {
	parameters: { backend: halfRefused.backend },
	render: () => <ListAndDetail />,
	play: async ({ canvas, userEvent }) => {
		const detail = await canvas.findByRole('region', { name: 'Asha Verma' });
		const row = await canvas.findByRole('table');
		await userEvent.click(canvas.getByRole('button', { name: 'Change name and phone' }));
		for (const place of [row, detail]) {
			await expect(place).toHaveTextContent('Refused Name');
			await expect(place.textContent).toMatch(/20\D?255\D?2\D?0000/);
		}
		await waitFor(() => expect(detail).toHaveTextContent('Asha Verma'));
		for (const place of [row, detail]) {
			await expect(place).not.toHaveTextContent('Refused Name');
			await expect(place.textContent).toMatch(/20\D?255\D?2\D?0000/);
		}
		await canvas.findByRole('button', undo);
		await expect(await halfRefused.asha()).toMatchObject({ name: 'Asha Verma', phone: '+912025520000' });
	},
};

export const Hindi: Story = { ...Offered, tags: ['look'], globals: { locale: 'hi' } };

export const Arabic: Story = { ...Offered, name: 'Arabic (RTL)', tags: ['look'], globals: { locale: 'ar' } };

export const Dark: Story = { ...Offered, tags: ['look'], globals: { theme: 'dark' } };
