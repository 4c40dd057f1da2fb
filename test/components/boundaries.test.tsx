import { screen, waitFor, within } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import {
	BillingPortalButton,
	CheckoutButton,
	CheckoutNotice,
	type Customer,
	CustomerBilling,
	CustomerBrowser,
	CustomerDetail,
	CustomerDialog,
	type CustomerError,
	CustomerExport,
	CustomerForm,
	CustomerFormField,
	CustomerImport,
	CustomerTable,
	SubscriptionList,
	UndoNotice,
	useCustomerTable,
} from '../../src/index';
import { people, person } from '../people';
import { renderWith } from './renderWith';

/** A host's content that throws, with whom it was about, for as long as it is told to. */
const host = { throws: false };
const personal = 'person1@example.com';

function Fragile({ children }: { children?: ReactNode }) {
	if (host.throws) throw new Error(`no price for ${personal}`);
	return children;
}

const onError = vi.fn<(error: CustomerError) => void>();

// Whoever tries again has read what went wrong: by then it has come.
beforeAll(() => import('../../src/components/ui/focusInPlaceOf'));
beforeEach(() => {
	host.throws = false;
	onError.mockReset();
	// React tells of each error that a boundary has caught.
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

function Again({ children }: { children: () => ReactNode }) {
	const [, render] = useState(0);
	return (
		<>
			<h1>The host's own page</h1>
			<button type="button" onClick={() => render((count) => count + 1)}>
				Render
			</button>
			{children()}
		</>
	);
}

/** The host's page is there, and says in one place that something is not. */
async function findBroken() {
	const alert = await screen.findByRole('alert');
	expect(alert.textContent).toContain('Something went wrong on our side. Try again later.');
	expect(screen.getByText("The host's own page")).toBeTruthy();
	return within(alert).getByRole('button', { name: 'Try again' });
}

/** Whoever tries again, once it is mended, is in what has come back. */
async function mend(user: ReturnType<typeof renderWith>['user'], retry: HTMLElement) {
	host.throws = false;
	await user.click(retry);
	await waitFor(() => expect(retry.isConnected).toBe(false));
	expect(document.activeElement?.closest('[data-pc-root]')).toBeTruthy();
}

function expectReported(of: string) {
	expect(onError.mock.calls.map(([{ code, message }]) => [code, message.includes(of)])).toContainEqual(['internal_error', true]);
	for (const [error] of onError.mock.calls)
		expect(`${error.message} ${error.stack} ${JSON.stringify(error)} ${error.cause}`).not.toContain(personal);
}

const fragile = (shown: string) => () => {
	if (host.throws) throw new Error(`no price for ${personal}`);
	return shown;
};

it.each<[string, () => Partial<Parameters<typeof CustomerTable>[0]>]>([
	['its links', () => ({ getCustomerHref: fragile('/somewhere') })],
	['its actions, as a function', () => ({ actions: fragile('More') })],
	['its actions, as elements', () => ({ actions: <Fragile>More</Fragile> })],
	['a column that does not exist', () => ({ columns: ['email', ...(host.throws ? ['nobody' as 'name'] : [])] })],
])('keeps the page and the search of a table where the host throws in %s', async (_, props) => {
	const { user } = renderWith(<Again>{() => <CustomerTable {...props()} />}</Again>, { onError });
	await user.type(await screen.findByRole('searchbox'), 'Person 44');
	await screen.findByText('1 customer, 1–1');
	host.throws = true;
	await user.click(screen.getByRole('button', { name: 'Render' }));
	let retry = await findBroken();
	expectReported('CustomerTable');
	retry.focus();
	await user.keyboard('{Enter}');
	retry = await findBroken();
	await waitFor(() => expect(document.activeElement).toBe(retry));
	host.throws = false;
	await user.click(screen.getByRole('button', { name: 'Render' }));
	await mend(user, await findBroken());
	expect(((await screen.findByRole('searchbox')) as HTMLInputElement).value).toBe('Person 44');
	await screen.findByText('1–1');
	expect(screen.getAllByRole('row')).toHaveLength(2);
});

it('keeps the page where the address of a table throws', async () => {
	host.throws = true;
	const urlState = { get: fragile(''), getOnServer: fragile(''), set: () => undefined, subscribe: () => () => undefined };
	const { user } = renderWith(<Again>{() => <CustomerTable urlState={urlState} />}</Again>, { onError });
	const retry = await findBroken();
	await mend(user, retry);
	await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(21));
});

it("keeps a table whose state is the host's", async () => {
	function Own() {
		return <CustomerTable table={useCustomerTable()} actions={<Fragile>More</Fragile>} />;
	}
	host.throws = true;
	const { user } = renderWith(<Again>{() => <Own />}</Again>, { onError });
	const retry = await findBroken();
	await mend(user, retry);
	await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(21));
});

async function fill(user: ReturnType<typeof renderWith>['user']) {
	await user.type(await screen.findByRole('textbox', { name: /^Email/ }), 'new@example.com');
	await user.type(screen.getByRole('textbox', { name: /^Phone/ }), '98765 01');
	await user.click(screen.getByRole('button', { name: 'Add address' }));
	await user.type(await screen.findByRole('textbox', { name: /^City/ }), 'Pune');
	// The last letters, right before it throws.
	await user.type(screen.getByRole('textbox', { name: /^Name/ }), 'Newcomer');
}

async function expectFilled() {
	expect(((await screen.findByRole('textbox', { name: /^Email/ })) as HTMLInputElement).value).toBe('new@example.com');
	expect((screen.getByRole('textbox', { name: /^Phone/ }) as HTMLInputElement).value.replace(/\D/g, '')).toBe('9876501');
	expect(((await screen.findByRole('textbox', { name: /^City/ })) as HTMLInputElement).value).toBe('Pune');
	expect((screen.getByRole('textbox', { name: /^Name/ }) as HTMLInputElement).value).toBe('Newcomer');
}

const fields = (
	<div key="fields">
		<CustomerFormField name="email" />
		<CustomerFormField name="phone" />
		<CustomerFormField name="address" />
		<CustomerFormField name="name" />
	</div>
);

it.each<[string, () => Parameters<typeof CustomerForm>[0]]>([
	['its children', () => ({ children: [fields, <Fragile key="own" />] })],
	['its button', () => ({ submitLabel: <Fragile>Create customer</Fragile> })],
])('keeps what was typed into a form where the host throws in %s', async (_, props) => {
	const tell = vi.fn();
	const { user } = renderWith(<Again>{() => <CustomerForm defaultCountry="IN" onDirtyChange={tell} {...props()} />}</Again>, { onError });
	await fill(user);
	host.throws = true;
	await user.click(screen.getByRole('button', { name: 'Render' }));
	const retry = await findBroken();
	expectReported('CustomerForm');
	// There is still something to lose.
	expect(tell).toHaveBeenLastCalledWith(true);
	await mend(user, retry);
	await expectFilled();
});

it('keeps what was typed into a dialog, and the dialog, where its children throw', async () => {
	const closed = vi.fn();
	const { user } = renderWith(
		<Again>
			{() => (
				<CustomerDialog open onOpenChange={closed} defaultCountry="IN">
					{fields}
					<Fragile />
					<RenderHere />
				</CustomerDialog>
			)}
		</Again>,
		{ onError },
	);
	await fill(user);
	host.throws = true;
	await user.click(screen.getByRole('button', { name: 'Here' }));
	const retry = await findBroken();
	expect(screen.getByRole('dialog', { name: 'New customer' }).contains(retry)).toBe(true);
	expectReported('CustomerForm');
	await mend(user, retry);
	await expectFilled();
	expect(closed).not.toHaveBeenCalled();
});

/** Renders the content beside it again: all else is hidden while a dialog is open. */
function RenderHere() {
	const [count, setCount] = useState(0);
	return (
		<>
			<button type="button" onClick={() => setCount(count + 1)}>
				Here
			</button>
			<Fragile />
		</>
	);
}

it('names a dialog as it does itself where the title throws', async () => {
	host.throws = true;
	renderWith(<Again>{() => <CustomerDialog open onOpenChange={() => undefined} title={<Fragile>Somebody</Fragile>} />}</Again>, {
		onError,
	});
	await screen.findByRole('textbox', { name: /^Email/ });
	expect(screen.getByRole('dialog', { name: 'New customer' })).toBeTruthy();
	expect(screen.getByText("The host's own page")).toBeTruthy();
});

it('keeps the dialog of the page, and what was typed into it, where the list behind it throws', async () => {
	const urlState = { get: fragile(''), getOnServer: fragile(''), set: () => undefined, subscribe: () => () => undefined };
	const { user } = renderWith(
		<Again>{() => <CustomerBrowser basePath="/customers" path="/customers/new" defaultCountry="IN" table={{ urlState }} />}</Again>,
		{ onError },
	);
	await fill(user);
	host.throws = true;
	screen.getByText('Render').click();
	await screen.findByText('Something went wrong on our side. Try again later.');
	expectReported('CustomerBrowser');
	await expectFilled();
	host.throws = false;
	screen.getByText('Try again').click();
	await waitFor(() => expect(screen.queryByText('Something went wrong on our side. Try again later.')).toBeNull());
	await expectFilled();
});

it('keeps the page where what the browser is told throws', async () => {
	const { user } = renderWith(
		<Again>{() => <CustomerBrowser basePath="/customers" path={host.throws ? (7 as never) : '/customers'} />}</Again>,
		{ onError },
	);
	await screen.findByText('1–20');
	host.throws = true;
	await user.click(screen.getByRole('button', { name: 'Render' }));
	await findBroken();
	expectReported('CustomerBrowser');
	host.throws = false;
	await user.click(screen.getByRole('button', { name: 'Render' }));
	await mend(user, await findBroken());
	await screen.findByText('1–20');
});

it.each<[string, Partial<Parameters<typeof CustomerDetail>[0]>]>([
	['its actions', { actions: (customer: Customer) => <Fragile>{customer.id}</Fragile> }],
	['its children', { children: <Fragile>More</Fragile> }],
])("keeps the page where a customer's own throws in %s", async (_, props) => {
	host.throws = true;
	const { user } = renderWith(<Again>{() => <CustomerDetail customerId="cus_1" {...props} />}</Again>, { onError });
	const retry = await findBroken();
	expectReported('CustomerDetail');
	await mend(user, retry);
	await screen.findByRole('heading', { name: person(1).name! });
});

it('keeps the page where the import throws', async () => {
	const model = {
		step: 'columns',
		get headers(): never {
			throw new Error(personal);
		},
	};
	renderWith(<Again>{() => <CustomerImport model={model as never} />}</Again>, { onError });
	await findBroken();
	expectReported('CustomerImport');
});

it('keeps what was typed where the onError throws, too', async () => {
	const heard = vi.fn();
	const soon = queueMicrotask;
	vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((run) =>
		soon(() => {
			try {
				run();
			} catch (error) {
				heard(error);
			}
		}),
	);
	onError.mockImplementation(() => {
		throw new Error('the log is full');
	});
	const { user } = renderWith(
		<Again>{() => <CustomerForm defaultCountry="IN" submitLabel={<Fragile>Create customer</Fragile>} />}</Again>,
		{ onError },
	);
	await fill(user);
	host.throws = true;
	await user.click(screen.getByRole('button', { name: 'Render' }));
	const retry = await findBroken();
	await mend(user, retry);
	await expectFilled();
	// Nor is it kept from whoever listens for what is not caught.
	expect(heard).toHaveBeenCalledWith(new Error('the log is full'));
	vi.mocked(queueMicrotask).mockRestore();
});

/** A class that cannot be read: it is the component itself that throws. */
const className = {
	toString: () => {
		if (host.throws) throw new Error(personal);
		return 'own-class';
	},
} as unknown as string;
const classNames = { root: className };
const lineItems = [{ variant_id: 'pro_monthly' }];

const selling = () =>
	memoryBackend({
		customers: people(2),
		billing: {
			plans: [{ variant_id: 'pro_monthly', name: 'Pro', price: { amount: 99_900, currency: 'INR', interval: 'month' } }],
			grants: { pro_monthly: ['reports'] },
		},
	});

it.each<[string, ReactNode]>([
	['CustomerExport', <CustomerExport key="own" classNames={classNames} />],
	['UndoNotice', <UndoNotice key="own" className={className} />],
	['CustomerBilling', <CustomerBilling key="own" customerId="cus_1" classNames={classNames} />],
	['SubscriptionList', <SubscriptionList key="own" customerId="cus_1" className={className} />],
	['BillingPortalButton', <BillingPortalButton key="own" customerId="cus_1" className={className} />],
	['CheckoutButton', <CheckoutButton key="own" customerId="cus_1" lineItems={lineItems} className={className} />],
	['CheckoutNotice', <CheckoutNotice key="own" customerId="cus_1" className={className} />],
])('keeps the page where %s throws, and brings it back', async (name, own) => {
	// The host's elements are the same ones, so that it takes one that is new for React to draw it again.
	let drawn = 0;
	const { user, container } = renderWith(
		<Again>
			{() => (
				<>
					<div key={drawn++}>{own}</div>
					<SubscriptionList customerId="cus_2" />
				</>
			)}
		</Again>,
		{ onError, backend: selling() },
	);
	await waitFor(() => expect(container.querySelector('.own-class')).toBeTruthy());
	host.throws = true;
	await user.click(screen.getByRole('button', { name: 'Render' }));
	const retry = await findBroken();
	expectReported(name);
	expect(container.querySelector('.own-class')).toBeNull();
	expect(screen.getAllByRole('heading', { name: 'Subscriptions' })).toHaveLength(1);
	await user.click(retry);
	await waitFor(async () => expect(document.activeElement).toBe(await findBroken()));
	await mend(user, await findBroken());
	expect(container.querySelector('.own-class')).toBeTruthy();
});

it('keeps all else of the billing where a part of it throws', async () => {
	host.throws = true;
	const label = <Fragile>Go Pro</Fragile>;
	renderWith(
		<Again>{() => <CustomerBilling customerId="cus_1" lineItems={lineItems} checkoutLabel={label} featureIds={['reports']} />}</Again>,
		{ onError, backend: selling() },
	);
	await findBroken();
	expectReported('CheckoutButton');
	expect(screen.getByRole('button', { name: 'Manage billing' })).toBeTruthy();
	expect(screen.getByRole('heading', { name: 'Subscriptions' })).toBeTruthy();
	expect(screen.getByText('reports')).toBeTruthy();
});
