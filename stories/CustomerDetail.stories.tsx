import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type Customer, CustomerDetail, type CustomerDetailProps, CustomerError, type Locale, useCustomer } from '../src/index';
import { ar } from '../src/locales/ar';
import { hi } from '../src/locales/hi';
import { withFaults } from '../src/testing';
import { sells, shop } from './billingStory';
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

const holding = (customer: Partial<Customer>) => () => memoryBackend({ customers: [{ ...asha, ...customer }], latencyMs: 50 });
const failing = (error: CustomerError) => () => withFaults(holding({})(), ({ method }) => (method === 'get' ? { error } : undefined));

/** One customer on a page or in a side panel. The edit button shows where there is an `onEdit` and the backend can update. */
const meta = {
	title: 'CustomerDetail',
	component: CustomerDetail,
	args: { customerId: asha.id, onEdit: fn(), headingLevel: 2 },
	parameters: { backend: holding({}) },
} satisfies Meta<typeof CustomerDetail>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Loaded: Story = {
	play: async ({ canvas, args, userEvent }) => {
		await canvas.findByRole('heading', { name: 'Asha Verma' });
		await expect(await canvas.findByRole('link', { name: '+91 98765 43210' })).toHaveAttribute('href', 'tel:+919876543210');
		await expect(await canvas.findByText('Maharashtra')).toBeVisible();
		const edit = canvas.queryByRole('button', { name: said((locale) => locale.common.edit) });
		if (edit) await userEvent.click(edit);
		await expect(args.onEdit).toHaveBeenCalledOnce();
	},
};

/** The bars stand exactly where the values will be. */
export const Loading: Story = {
	parameters: { backend: () => withFaults(holding({})(), ({ method }) => (method === 'get' ? { hang: true } : undefined)) },
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('region', { name: said(({ common }) => common.loading) })).toHaveAttribute('aria-busy', 'true');
	},
};

export const NotFound: Story = {
	args: { customerId: 'cus_0000000000' },
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('alert')).toHaveTextContent(said(({ detail }) => `${detail.notFound}${detail.notFoundHint}`));
	},
};

/** Deleted while it was on the screen: it stays readable, and says that it is old. */
export const Deleted: Story = {
	parameters: {
		backend: () => {
			let gets = 0;
			return withFaults(holding({})(), ({ method }) => (method === 'get' && gets++ > 0 ? { error: 'not_found' } : undefined));
		},
	},
	render: (args) => <WithRefresh {...args} />,
	play: async ({ canvas, userEvent }) => {
		await canvas.findByRole('link', { name: '+91 98765 43210' });
		await userEvent.click(canvas.getByRole('button', { name: 'Ask again' }));
		await expect(await canvas.findByText(said(({ detail }) => detail.outdated))).toBeVisible();
		await expect(canvas.getByText(said(({ errors }) => errors.not_found))).toBeVisible();
		await expect(canvas.getByRole('heading', { name: 'Asha Verma' })).toBeVisible();
	},
};

export const Forbidden: Story = {
	parameters: { backend: failing(new CustomerError('forbidden')) },
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('alert')).toHaveTextContent(said(({ detail }) => detail.forbidden));
		await expect(canvas.queryByRole('button')).toBeNull();
	},
};

/** The request id is what support asks for. */
export const Failed: Story = {
	parameters: { backend: failing(new CustomerError('internal_error', { requestId: 'req_4f9c2a71' })) },
	play: async ({ canvas }) => {
		const alert = await canvas.findByRole('alert');
		await expect(alert).toHaveTextContent('req_4f9c2a71');
		await expect(within(alert).getByRole('button')).toBeEnabled();
	},
};

export const Offline: Story = {
	parameters: { offline: true, docs: { story: { inline: false, height: '420px' } } },
	play: async ({ canvas }) => {
		const alert = within(await canvas.findByRole('alert'));
		await expect(alert.getByText(said(({ detail }) => detail.failed))).toBeVisible();
		await expect(alert.getByText(said(({ errors }) => errors.offline))).toBeVisible();
	},
};

/** The server is down: there is a network, so nobody is told to be offline. */
export const Unreachable: Story = {
	parameters: { backend: failing(new CustomerError('unreachable')) },
	play: async ({ canvas }) => {
		const alert = within(await canvas.findByRole('alert'));
		await expect(alert.getByText(said(({ errors }) => errors.unreachable))).toBeVisible();
	},
};

/** No edit button: the backend cannot update, or this user may not. */
export const ReadOnly: Story = {
	parameters: {
		backend: () => memoryBackend({ customers: [asha], capabilities: { write: { create: false, update: false, clear: [] } } }),
	},
	play: async ({ canvas }) => {
		await canvas.findByRole('heading', { name: 'Asha Verma' });
		await expect(canvas.queryByRole('button', { name: said((locale) => locale.common.edit) })).toBeNull();
	},
};

/** Only an email: what is missing can be added, and the form opens there. */
export const Minimal: Story = {
	parameters: { backend: holding({ name: null, address: null, phone: null }) },
	play: async ({ canvas, args, userEvent }) => {
		await canvas.findByRole('heading', { name: asha.email! });
		await userEvent.click(await canvas.findByRole('button', { name: said(({ detail }) => detail.addPhone) }));
		await userEvent.click(canvas.getByRole('button', { name: said(({ detail }) => detail.addAddress) }));
		await expect(args.onEdit).toHaveBeenNthCalledWith(1, 'phone');
		await expect(args.onEdit).toHaveBeenLastCalledWith('address');
	},
};

/** Nothing is known but the email, and nothing can be added. */
export const MinimalReadOnly: Story = {
	parameters: {
		backend: () =>
			memoryBackend({
				customers: [{ ...asha, name: null, phone: null, address: null }],
				capabilities: { write: { create: false, update: false, clear: [] } },
			}),
	},
	play: async ({ canvas }) => {
		await expect(await canvas.findByText(said(({ detail }) => detail.noAddress))).toBeVisible();
		await expect(canvas.getByText(said(({ common }) => common.none))).toBeVisible();
		await expect(canvas.queryByRole('button', { name: said(({ detail }) => detail.addPhone) })).toBeNull();
	},
};

/** A backend that keeps no phones and addresses: they have no place. */
export const NotKept: Story = {
	parameters: {
		backend: () => memoryBackend({ customers: [{ ...asha, phone: null, address: null }], capabilities: { keeps: ['name'] } }),
	},
	play: async ({ canvas }) => {
		await canvas.findByRole('button', { name: said(({ common }) => common.edit) });
		await expect(canvas.getAllByRole('term')).toHaveLength(2);
	},
};

/** Imported long ago: a number that no plan knows, and no date. */
export const UnknownValues: Story = {
	parameters: {
		backend: () => {
			const backend = holding({ phone: '+999123456' })();
			return { ...backend, get: async (id: string) => ({ ...(await backend.get(id)), created: null }) };
		},
	},
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('link', { name: '+999123456' })).toBeVisible();
		await expect(canvas.getByText(said(({ common }) => common.unknown))).toBeVisible();
	},
};

/** Stored before today's rules: everything is still shown. */
export const LegacyAddress: Story = {
	parameters: {
		backend: holding({
			address: { line1: 'Rua das Flores', line2: null, city: 'Lisboa', state: 'Estremadura', postal_code: 'none', country: 'PT' },
		}),
	},
	play: async ({ canvas }) => {
		for (const line of [/Rua das Flores/, /Lisboa/, /Estremadura/, /none/])
			await expect((await canvas.findAllByText(line))[0]).toBeVisible();
	},
};

/** Japan writes from the postal code down to the street. */
export const JapaneseAddress: Story = {
	parameters: {
		backend: holding({
			name: '佐藤 結衣',
			phone: '+81312345678',
			address: { line1: '丸の内1-9-1', line2: null, city: '千代田区', state: '13', postal_code: '100-0005', country: 'JP' },
		}),
	},
	play: async ({ canvas }) => {
		const line = await canvas.findByText(/100-0005/);
		await expect(line.closest('address')).toHaveTextContent(/100-0005.*丸の内1-9-1/);
	},
};

export const LongNames: Story = {
	parameters: {
		narrow: true,
		backend: holding({
			name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3),
			email: `${'very-long-local-part-'.repeat(3)}x@subdomain.of.a.rather.long.example.com`,
			address: {
				...asha.address!,
				line1: 'Building'.repeat(25),
				city: 'Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu',
			},
		}),
	},
	play: async ({ canvas }) => {
		const region = await canvas.findByRole('region', { name: /^Wolfe/ });
		await expect(region.scrollWidth).toBeLessThanOrEqual(region.clientWidth);
	},
};

export const Hindi: Story = { tags: ['look'], globals: { locale: 'hi' }, play: toldIn(hi) };

export const Arabic: Story = { name: 'Arabic (RTL)', tags: ['look'], globals: { locale: 'ar' }, play: toldIn(ar) };

export const Dark: Story = {
	tags: ['look'],
	globals: { theme: 'dark' },
	play: async ({ canvas }) => {
		await expect(getComputedStyle(await canvas.findByRole('region', { name: 'Asha Verma' })).colorScheme).toBe('dark');
	},
};

export const Narrow: Story = {
	name: 'Narrow (320 px)',
	tags: ['look'],
	parameters: { narrow: true },
	play: async ({ canvas }) => {
		await expect((await canvas.findByRole('region', { name: 'Asha Verma' })).offsetWidth).toBeLessThanOrEqual(320);
	},
};

/** Its fields are named in a language, and it runs its way. */
function toldIn(locale: Locale): Story['play'] {
	return async ({ canvas }) => {
		const region = await canvas.findByRole('region', { name: 'Asha Verma' });
		await expect(within(region).getByText(locale.fields.phone)).toBeVisible();
		await expect(getComputedStyle(region).direction).toBe(locale.dir);
	};
}

/** As a page does that asks for its customer again. */
function WithRefresh(props: CustomerDetailProps) {
	const { refetch } = useCustomer(props.customerId);
	const again = (
		<button type="button" className="pc-button" data-variant="secondary" onClick={() => void refetch()}>
			Ask again
		</button>
	);
	return <CustomerDetail {...props} actions={again} />;
}

/** Its place is kept until it is known what is offered. */
export const WithBillingOnTheWay: Story = {
	args: { billing: { featureIds: ['reports', 'audit_log'] } },
	parameters: { backend: () => withFaults(memoryBackend(shop), ({ method }) => (method === 'capabilities' ? { hang: true } : undefined)) },
	play: async ({ canvas }) => {
		await canvas.findByRole('heading', { name: 'Asha Verma' });
		await expect(canvas.queryByRole('heading', { name: said(({ billing }) => billing.title) })).toBeNull();
	},
};

/** Where it cannot be known what is offered, billing says so, and the customer is there all the same. */
export const WithBillingUnreachable: Story = {
	args: { billing: { featureIds: ['reports', 'audit_log'] } },
	parameters: {
		backend: () => ({
			...withFaults(memoryBackend(shop), ({ method }) => (method === 'capabilities' ? { error: 'unreachable' } : undefined)),
			retriesReads: true,
		}),
	},
	play: async ({ canvas }) => {
		await canvas.findByRole('heading', { name: 'Asha Verma' });
		const alert = within(await canvas.findByRole('alert'));
		await expect(alert.getByText(said(({ billing }) => billing.failed))).toBeVisible();
	},
};

/** Not loaded, not offered: the page is as it would be without. */
export const BillingNotOffered: Story = {
	args: { billing: true },
	play: async ({ canvas }) => {
		await canvas.findByRole('button', { name: said(({ common }) => common.edit) });
		await expect(canvas.queryByRole('heading', { name: said(({ billing }) => billing.title) })).toBeNull();
	},
};

/** Buttons and sections of the host's, below what there is to know: two columns of it where there is room. */
export const HostSections: Story = {
	args: {
		actions: (
			<a className="pc-button" data-variant="secondary" href="/impersonate">
				Sign in as
			</a>
		),
		children: ({ name }) => (
			<section aria-label="Notes">
				<h3>Notes</h3>
				<p>Called {name} in May about the invoice.</p>
			</section>
		),
	},
	play: async ({ canvas }) => {
		await expect(await canvas.findByRole('region', { name: 'Notes' })).toHaveTextContent('Asha Verma');
		const [phone, address] = (['phone', 'address'] as const).map((field) =>
			canvas
				.getByText(
					said(({ fields }) => fields[field]),
					{ selector: 'dt' },
				)
				.getBoundingClientRect(),
		);
		await expect(phone!.top === address!.top).toBe(innerWidth > 900);
	},
};

/** What the customer pays for, under what they are; the host's own buttons and sections are told the customer. */
export const WithBilling: Story = {
	args: {
		billing: { featureIds: ['reports', 'audit_log'], featureNames: { reports: 'Reports', audit_log: 'Audit log' } },
		actions: ({ email }) => (
			<a className="pc-button" data-variant="secondary" href={`/impersonate?as=${email?.length}`}>
				Sign in as
			</a>
		),
		children: ({ name }) => <p>Notes on {name}</p>,
	},
	parameters: { backend: sells },
	play: async ({ canvas }) => {
		await canvas.findByRole('link', { name: 'Sign in as' });
		await expect(await canvas.findByRole('heading', { name: said(({ billing }) => billing.title) })).toBeVisible();
		await expect(await canvas.findByText(said(({ billing }) => billing.renewsOn))).toBeVisible();
		await expect(canvas.getByText('Notes on Asha Verma')).toBeVisible();
	},
};

/** The browser refuses to copy: the text is selected, and it says so. */
export const CopyRefused: Story = {
	parameters: { backend: holding({}) },
	beforeEach: () => {
		Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
		const { execCommand } = document;
		document.execCommand = () => false;
		return () => {
			Reflect.deleteProperty(navigator, 'clipboard');
			document.execCommand = execCommand;
		};
	},
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(await canvas.findByRole('button', { name: said(({ detail }) => detail.copyId) }));
		await expect(await canvas.findByText(said(({ detail }) => detail.copySelected))).toBeVisible();
		await expect(canvas.getByText(String(document.getSelection()))).toBeVisible();
	},
};
