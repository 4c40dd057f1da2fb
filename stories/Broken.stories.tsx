import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useState } from 'react';
import { expect, fn, screen, waitFor, within } from 'storybook/test';
import {
	BillingPortalButton,
	CheckoutButton,
	CheckoutNotice,
	CustomerBilling,
	CustomerBrowser,
	CustomerDetail,
	CustomerDialog,
	CustomerExport,
	CustomerForm,
	CustomerFormField,
	CustomerImport,
	CustomerTable,
	SubscriptionList,
	UndoNotice,
} from '../src/index';
import { sells } from './billingStory';
import { asha, findDialog, words } from './formStory';
import { said } from './said';

const host = { throws: false };

/** What a host puts into a component, and what throws until it is mended. */
function Own() {
	const [, render] = useState(0);
	if (host.throws) throw new Error("The host's own part threw");
	const breakIt = () => {
		host.throws = true;
		render(1);
	};
	return (
		<button type="button" onClick={breakIt}>
			Break
		</button>
	);
}

/** A class that cannot be read: it is the component itself that throws. */
const className = {
	toString: () => {
		if (host.throws) throw new Error('The component threw');
		return 'own';
	},
} as never;
const classNames = { root: className };

/** What throws, in a host's own parts or in the kit's, takes no more along than the component it is in, and nothing that was typed. */
const meta = {
	title: 'Something throws',
	tags: ['behaviour'],
	beforeEach: () => {
		host.throws = false;
	},
	decorators: [
		(Story) => (
			<>
				<p>The page of the host</p>
				<Story />
			</>
		),
	],
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const sentence = said(({ errors }) => errors.internal_error);

/** Breaks it, finds the sentence, tries in vain, mends it and tries again: the focus is in what has come back. */
async function breakAndMend({ userEvent }: Pick<Play, 'userEvent'>, part: HTMLElement) {
	const alert = async () => within((await within(part).findByText(sentence)).closest<HTMLElement>('[role="alert"]')!);
	await userEvent.click(await within(part).findByRole('button', { name: 'Break' }));
	await userEvent.click((await alert()).getByRole('button', { name: words.retry }));
	await waitFor(async () => expect((await alert()).getByRole('button', { name: words.retry })).toHaveFocus());
	await expect(screen.getByText('The page of the host')).toBeInTheDocument();
	host.throws = false;
	await userEvent.keyboard('{Enter}');
	await waitFor(() => expect(within(part).queryByText(sentence)).toBeNull());
	await within(part).findByRole('button', { name: 'Break' });
	await expect(document.activeElement?.closest('[data-pc-root]')).toBeTruthy();
}

const fields = (
	<>
		<CustomerFormField name="email" />
		<CustomerFormField name="phone" />
		<Own />
	</>
);

async function expectTyped(part: HTMLElement) {
	await expect(within(part).getByRole('textbox', { name: words.email })).toHaveValue('ravi@example.com');
	await expect(within(part).getByRole('textbox', { name: words.phone })).toHaveDisplayValue(/98765.?01234/);
}

async function type({ userEvent }: Play, part: HTMLElement) {
	await userEvent.type(await within(part).findByRole('textbox', { name: words.phone }), '98765 01234');
	await userEvent.type(within(part).getByRole('textbox', { name: words.email }), 'ravi@example.com');
}

/** The search stands where it stood. */
export const InTable: Story = {
	render: () => <CustomerTable actions={<Own />} />,
	play: async (context) => {
		const { canvas, canvasElement, userEvent } = context;
		await userEvent.type(await canvas.findByRole('searchbox'), 'an');
		await breakAndMend(context, canvasElement);
		await expect(canvas.getByRole('searchbox')).toHaveValue('an');
	},
};

export const InForm: Story = {
	render: () => <CustomerForm defaultCountry="IN">{fields}</CustomerForm>,
	play: async (context) => {
		await type(context, context.canvasElement);
		await breakAndMend(context, context.canvasElement);
		await expectTyped(context.canvasElement);
	},
};

export const InDialog: Story = {
	parameters: { docs: { story: { inline: false, height: 720 } } },
	render: () => (
		<CustomerDialog open onOpenChange={fn()} defaultCountry="IN">
			{fields}
		</CustomerDialog>
	),
	play: async (context) => {
		const dialog = await findDialog();
		await type(context, dialog);
		await breakAndMend(context, dialog);
		await expectTyped(dialog);
	},
};

export const InDetail: Story = {
	parameters: { backend: sells },
	render: () => (
		<CustomerDetail customerId={asha.id}>
			<Own />
		</CustomerDetail>
	),
	play: async (context) => breakAndMend(context, context.canvasElement),
};

/** The button of a host's that draws the component again, and what is beside the component and lives on. */
function Beside({ children }: { children: () => ReactNode }) {
	const [, render] = useState(0);
	const breakIt = () => {
		host.throws = true;
		render((count) => count + 1);
	};
	return (
		<>
			<button type="button" onClick={breakIt}>
				Break
			</button>
			{children()}
			<p>What is beside it</p>
		</>
	);
}

/** A story of a component that throws as a whole, and comes back. */
function whole(own: () => ReactNode, parameters: Story['parameters'] = { backend: sells }): Story {
	return {
		parameters,
		render: () => <Beside>{own}</Beside>,
		play: async ({ canvas, canvasElement, userEvent }) => {
			const there = () => expect(canvasElement.querySelector('.own')).toBeTruthy();
			await waitFor(there);
			await breakAndMend({ userEvent }, canvasElement);
			await expect(canvas.getByText('What is beside it')).toBeVisible();
			await waitFor(there);
		},
	};
}

export const InBrowser = whole(() => <CustomerBrowser basePath="/customers" path="/customers" classNames={classNames} />, {});

export const InImport = whole(() => <CustomerImport classNames={classNames} />);

export const InExport = whole(() => <CustomerExport classNames={classNames} />);

export const InUndoNotice = whole(() => <UndoNotice className={className} />);

export const InBilling = whole(() => <CustomerBilling customerId={asha.id} classNames={classNames} />);

export const InSubscriptions = whole(() => <SubscriptionList customerId={asha.id} className={className} />);

export const InPortalButton = whole(() => <BillingPortalButton customerId={asha.id} className={className} />);

export const InCheckoutButton = whole(() => (
	<CheckoutButton customerId={asha.id} lineItems={[{ variant_id: 'pro_monthly' }]} className={className} />
));

export const InCheckoutNotice = whole(() => <CheckoutNotice customerId={asha.id} className={className} />);

/** As it stands, in each language and theme. */
export const FromTheStart: Story = {
	tags: ['!behaviour'],
	beforeEach: () => {
		host.throws = true;
	},
	render: () => <CustomerTable actions={<Own />} />,
	play: async ({ canvas }) => expect(await canvas.findByText(sentence)).toBeVisible(),
};

/** Among what is not broken: in a toolbar, and beside the button that leads to the vendor. */
export const AmongOthers: Story = {
	tags: ['!behaviour'],
	parameters: { backend: sells },
	beforeEach: () => {
		host.throws = true;
	},
	render: () => (
		<div style={{ display: 'grid', gap: 32 }}>
			<CustomerTable actions={<CustomerExport classNames={classNames} />} />
			<CustomerBilling customerId={asha.id} lineItems={[{ variant_id: 'pro_monthly' }]} checkoutLabel={<Own />} />
		</div>
	),
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.getAllByText(sentence)).toHaveLength(2));
		await canvas.findByRole('button', { name: said(({ billing }) => billing.portal) });
		await canvas.findByRole('table');
	},
};
