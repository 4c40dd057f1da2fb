import * as Dialog from '@radix-ui/react-dialog';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, fn, screen, waitFor, within } from 'storybook/test';
import { CustomerBrowser, CustomerForm, CustomersProvider, useLeaveGuard } from '../src/index';
import { asha, findDialog, watchedStore, words } from './formStory';
import { realUser } from './keys';
import { said } from './said';

const base = '/admin/customers';
const editPath = `${base}/${asha.id}/edit`;

/**
 * Typing is never lost without a question, and nobody is asked without typing. Every link of the page, the kit's `navigate`, Back and
 * Forward ask in the kit's words, closing the tab in the browser's. For moves of the host's own code `onDirtyChange` tells when to ask;
 * `guard={false}` leaves all asking to the host.
 */
const meta = {
	title: 'CustomerForm/Leaving unsaved',
	tags: ['behaviour'],
	component: CustomerForm,
	args: { onSaved: fn(), onCancel: fn(), onDirtyChange: fn(), getCustomerHref: (customer) => `${base}/${customer.id}` },
	globals: { locale: 'en' },
	// Each moves through the history of its page, and opens dialogs over it.
	parameters: { docs: { story: { inline: false, height: '720px' } } },
} satisfies Meta<typeof CustomerForm>;

export default meta;
type Story = StoryObj<typeof meta>;

const store = watchedStore();
const question = () => screen.queryByRole('alertdialog', { name: said((locale) => locale.dialog.discardTitle) });
const stay = { name: said((locale) => locale.dialog.keepEditing) };
const discard = { name: said((locale) => locale.dialog.discard) };

/** The page alone on the History API, as in a host without a router. */
function Page({ start }: { start: string }) {
	const [backend] = useState(store.backend);
	const [client] = useState(() => new QueryClient());
	useState(() => {
		history.pushState(null, '', base);
		history.pushState(null, '', `${base}/${asha.id}`);
		if (start !== `${base}/${asha.id}`) history.pushState(null, '', start);
	});
	return (
		<CustomersProvider backend={backend} scope="story" queryClient={client}>
			<CustomerBrowser basePath={base} />
		</CustomersProvider>
	);
}

/** Leaves the address bar as it was. */
const restoringAddress: Pick<Story, 'beforeEach'> = {
	beforeEach: () => {
		const { href } = location;
		return () => history.pushState(null, '', href);
	},
};

async function typeName(userEvent: { type: (element: Element, text: string) => Promise<void> }, text: string) {
	const dialog = await findDialog();
	const field = within(dialog).getByRole('textbox', { name: words.name });
	await userEvent.type(field, text);
	return field;
}

/** Back asks; staying loses neither the address nor the typing, and discarding goes where one wanted to. */
export const Back: Story = {
	...restoringAddress,
	render: () => <Page start={editPath} />,
	play: async ({ userEvent }) => {
		const field = await typeName(userEvent, ' Rao');
		history.back();
		await waitFor(() => expect(question()).toBeVisible());
		await expect(location.pathname).toBe(editPath);
		await userEvent.click(screen.getByRole('button', stay));
		await expect(field).toHaveValue('Asha Verma Rao');
		await expect(field).toHaveFocus();
		history.back();
		await waitFor(() => expect(question()).toBeVisible());
		await userEvent.click(screen.getByRole('button', discard));
		await waitFor(() => expect(location.pathname).toBe(`${base}/${asha.id}`));
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		// Nothing is left to guard.
		history.back();
		await waitFor(() => expect(location.pathname).toBe(base));
		await screen.findByRole('searchbox');
	},
};

export const BackUntouched: Story = {
	...restoringAddress,
	render: () => <Page start={editPath} />,
	play: async () => {
		await findDialog();
		history.back();
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		await expect(location.pathname).toBe(`${base}/${asha.id}`);
		await expect(question()).toBeNull();
	},
};

/** After saving, Back is Back again. */
export const BackAfterSaving: Story = {
	...restoringAddress,
	render: () => <Page start={editPath} />,
	play: async ({ userEvent }) => {
		await typeName(userEvent, ' Rao{Enter}');
		await waitFor(() => expect(location.pathname).toBe(`${base}/${asha.id}`));
		await screen.findByRole('heading', { name: 'Asha Verma Rao' });
		await expect(question()).toBeNull();
		history.go(-2);
		await screen.findByRole('searchbox');
	},
};

const navigate = fn((_href: string) => {});

function Alone(props: Parameters<typeof CustomerForm>[0]) {
	const [backend] = useState(store.backend);
	const [client] = useState(() => new QueryClient());
	return (
		<CustomersProvider backend={backend} scope="story" queryClient={client} navigate={navigate}>
			<CustomerForm {...props} />
		</CustomersProvider>
	);
}

/** A form that is a page of its own: a link in it asks first. */
export const Link: Story = {
	render: (args) => <Alone {...args} />,
	play: async ({ canvas, userEvent }) => {
		navigate.mockClear();
		await userEvent.type(canvas.getByRole('textbox', { name: words.email }), asha.email!);
		await userEvent.tab();
		const link = await canvas.findByRole('link', { name: said((locale) => locale.form.openExisting) });
		await userEvent.click(link);
		await waitFor(() => expect(screen.getByRole('button', stay)).toHaveFocus());
		await expect(navigate).not.toHaveBeenCalled();
		await userEvent.click(screen.getByRole('button', stay));
		await expect(link).toHaveFocus();
		await expect(canvas.getByRole('textbox', { name: words.email })).toHaveValue(asha.email);
		await userEvent.click(link);
		await userEvent.click(await screen.findByRole('button', discard));
		await expect(navigate).toHaveBeenCalledOnce();
		await expect(navigate).toHaveBeenCalledWith(`${base}/${asha.id}`);
	},
};

/** So does a link of the host's, whose router never hears of the click until the answer is there. */
export const LinkOfTheHost: Story = {
	render: (args) => (
		<>
			<a
				href="/elsewhere"
				onClick={(event) => {
					event.preventDefault();
					navigate('/elsewhere');
				}}
			>
				Elsewhere
			</a>
			<Alone {...args} />
		</>
	),
	play: async ({ canvas, userEvent }) => {
		navigate.mockClear();
		const field = canvas.getByRole('textbox', { name: words.name });
		await userEvent.type(field, 'Ravi');
		const link = canvas.getByRole('link', { name: 'Elsewhere' });
		await userEvent.click(link);
		await userEvent.click(await screen.findByRole('button', stay));
		await expect(navigate).not.toHaveBeenCalled();
		await expect(field).toHaveValue('Ravi');
		await userEvent.click(link);
		await userEvent.click(await screen.findByRole('button', discard));
		await expect(navigate).toHaveBeenCalledOnce();
		await expect(navigate).toHaveBeenCalledWith('/elsewhere');
	},
};

/** Cancel asks, too, and only where there is something to lose. */
export const Cancel: Story = {
	render: (args) => <Alone {...args} />,
	play: async ({ canvas, userEvent, args }) => {
		const cancel = canvas.getByRole('button', { name: said((locale) => locale.common.cancel) });
		await userEvent.click(cancel);
		await expect(args.onCancel).toHaveBeenCalledOnce();
		await userEvent.type(canvas.getByRole('textbox', { name: words.name }), 'Ravi');
		await waitFor(() => expect(args.onDirtyChange).toHaveBeenLastCalledWith(true));
		await userEvent.click(cancel);
		await userEvent.click(await screen.findByRole('button', stay));
		await expect(args.onCancel).toHaveBeenCalledOnce();
		await userEvent.click(cancel);
		await userEvent.click(await screen.findByRole('button', discard));
		await expect(args.onCancel).toHaveBeenCalledTimes(2);
	},
};

function closeTab(): boolean {
	const closing = new Event('beforeunload', { cancelable: true });
	window.dispatchEvent(closing);
	return !closing.defaultPrevented;
}

/** Closing the tab asks in the browser's own words, as long as something is unsaved. */
export const Tab: Story = {
	render: (args) => <Alone {...args} />,
	play: async ({ canvas, userEvent, args }) => {
		await expect(closeTab()).toBe(true);
		const field = canvas.getByRole('textbox', { name: words.name });
		await userEvent.type(field, 'Ravi');
		await waitFor(() => expect(closeTab()).toBe(false));
		await userEvent.clear(field);
		await waitFor(() => expect(closeTab()).toBe(true));
		await userEvent.type(canvas.getByRole('textbox', { name: words.email }), 'ravi@example.com{Enter}');
		await waitFor(() => expect(args.onSaved).toHaveBeenCalledOnce());
		await waitFor(() => expect(closeTab()).toBe(true));
	},
};

/** A host whose router asks turns the kit's question off. */
export const HostAsks: Story = {
	args: { guard: false },
	render: (args) => <Alone {...args} />,
	play: async ({ canvas, userEvent, args }) => {
		await userEvent.type(canvas.getByRole('textbox', { name: words.name }), 'Ravi');
		await waitFor(() => expect(args.onDirtyChange).toHaveBeenLastCalledWith(true));
		await expect(closeTab()).toBe(true);
		await userEvent.click(canvas.getByRole('button', { name: said((locale) => locale.common.cancel) }));
		await expect(args.onCancel).toHaveBeenCalledOnce();
	},
};

/** A click beside the dialog asks as Escape does. */
export const Overlay: Story = {
	...restoringAddress,
	render: () => <Page start={editPath} />,
	play: async ({ userEvent }) => {
		const field = await typeName(userEvent, ' Rao');
		await userEvent.click(document.querySelector('[data-slot="pc-overlay"]')!);
		await userEvent.click(await screen.findByRole('button', stay));
		await expect(field).toHaveValue('Asha Verma Rao');
		await userEvent.click(document.querySelector('[data-slot="pc-overlay"]')!);
		await userEvent.click(await screen.findByRole('button', discard));
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		await expect((await store.asha()).name).toBe('Asha Verma');
	},
};

/** A dialog of the host's, the browser's own: it hears Escape as a key, and other ways to cancel, as Android's Back, as `cancel`. */
function InNativeDialog() {
	const [open, setOpen] = useState(false);
	const guard = useLeaveGuard();
	const close = () => setOpen(false);
	return (
		<>
			<button type="button" onClick={() => setOpen(true)}>
				Open
			</button>
			{open && (
				<dialog
					ref={(dialog) => dialog?.showModal()}
					aria-label="New customer"
					onKeyDown={(event) => {
						if (event.key !== 'Escape') return;
						event.preventDefault();
						guard.leave(close);
					}}
					onCancel={(event) => {
						event.preventDefault();
						guard.leave(close);
					}}
				>
					<CustomerForm defaultCountry="IN" guard={guard} onCancel={close} onSaved={close} />
				</dialog>
			)}
		</>
	);
}

/** One of the host's made with Radix. */
function InRadixDialog() {
	const [open, setOpen] = useState(false);
	const guard = useLeaveGuard();
	const close = () => setOpen(false);
	return (
		<Dialog.Root open={open} onOpenChange={(next) => (next ? setOpen(true) : guard.leave(close))}>
			<Dialog.Trigger>Open</Dialog.Trigger>
			<Dialog.Content aria-describedby={undefined}>
				<Dialog.Title>New customer</Dialog.Title>
				<CustomerForm defaultCountry="IN" guard={guard} onCancel={close} onSaved={close} />
			</Dialog.Content>
		</Dialog.Root>
	);
}

/** Escape closes the country list alone, asks where there is typing, takes the question back, and closes where there is none. */
const playHostDialog: Story['play'] = async ({ canvas, userEvent }) => {
	const real = await realUser();
	const dialog = { name: 'New customer' };
	await userEvent.click(canvas.getByRole('button', { name: 'Open' }));
	const field = await screen.findByRole('textbox', { name: words.name });

	await userEvent.click(screen.getByRole('button', { name: said((locale) => locale.form.phoneCountryIs) }));
	await screen.findByRole('combobox', { name: said((locale) => locale.form.searchCountry) });
	await real.keyboard('{Escape}');
	await waitFor(() => expect(screen.queryByRole('combobox', { name: said((locale) => locale.form.searchCountry) })).toBeNull());
	await expect(screen.getByRole('dialog', dialog)).toBeVisible();

	await userEvent.type(field, 'Ravi');
	for (let time = 0; time < 3; time++) {
		await real.keyboard('{Escape}');
		await waitFor(() => expect(screen.getByRole('button', stay)).toHaveFocus());
		await real.keyboard('{Escape}');
		await waitFor(() => expect(question()).toBeNull());
		await expect(field).toHaveFocus();
		await expect(field).toHaveValue('Ravi');
	}
	await real.keyboard('{Escape}');
	await userEvent.click(await screen.findByRole('button', discard));
	await waitFor(() => expect(screen.queryByRole('dialog', dialog)).toBeNull());

	await userEvent.click(canvas.getByRole('button', { name: 'Open' }));
	await screen.findByRole('textbox', { name: words.name });
	await real.keyboard('{Escape}');
	await waitFor(() => expect(screen.queryByRole('dialog', dialog)).toBeNull());
};

/** A native dialog of the host's around the form asks before Escape closes it. */
export const NativeDialogOfTheHost: Story = { render: () => <InNativeDialog />, play: playHostDialog };

/** So does one made with Radix. */
export const RadixDialogOfTheHost: Story = { render: () => <InRadixDialog />, play: playHostDialog };
