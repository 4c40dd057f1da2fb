import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import {
	type Customer,
	type CustomerBackend,
	CustomerError,
	CustomerForm,
	CustomerFormField,
	CustomersProvider,
	UndoNotice,
	useCustomer,
} from '../../src/index';
import { withFaults } from '../../src/testing';

// How long something may take on a busy machine is no part of any test.
configure({ asyncUtilTimeout: 15_000 });

const asha: Customer = {
	id: 'cus_7Qm2XvT4bK9d',
	email: 'asha.verma@example.com',
	name: 'Asha Verma',
	phone: '+919876543210',
	address: { line1: '221 MG Road', line2: null, city: 'Pune', state: 'MH', postal_code: '411005', country: 'IN' },
	created: '2026-08-14T09:26:53.589Z',
	version: '1',
};

const store = () => memoryBackend({ customers: [asha] });
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

function setUp(props: ComponentProps<typeof CustomerForm> = {}, backend: CustomerBackend = store()) {
	const onSaved = vi.fn();
	render(
		<CustomersProvider backend={backend}>
			<CustomerForm onSaved={onSaved} getCustomerHref={({ id }) => `/customers/${id}`} {...props} />
		</CustomersProvider>,
	);
	return { user: userEvent.setup(), onSaved, backend };
}

/** Fails the first write. */
function failing(error: CustomerError): CustomerBackend {
	let failed = false;
	return withFaults(store(), ({ method }) => {
		if (failed || (method !== 'create' && method !== 'update')) return undefined;
		failed = true;
		return { error };
	});
}

async function submitNew(user: ReturnType<typeof userEvent.setup>) {
	await user.type(field('Email'), 'ravi@example.com');
	await user.type(field('Name'), 'Ravi Kumar{Enter}');
}

describe('CustomerForm', () => {
	it('creates one customer, however often it is submitted', async () => {
		const backend = store();
		const create = vi.spyOn(backend, 'create');
		const { user, onSaved } = setUp({}, backend);
		await user.type(field('Email'), 'ravi@example.com');
		await user.dblClick(screen.getByRole('button', { name: 'Create customer' }));
		await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
		expect(create).toHaveBeenCalledOnce();
		await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Customer created.'));
	});

	it('says nothing about a field while it is typed in, and what is wrong once it is left', async () => {
		const { user } = setUp();
		await user.type(field('Email'), 'ravi@');
		expect(field('Email').getAttribute('aria-invalid')).toBeNull();
		await user.tab();
		await waitFor(() => expect(field('Email').getAttribute('aria-invalid')).toBe('true'));
		await user.type(field('Email'), 'e');
		expect(field('Email').getAttribute('aria-invalid')).toBeNull();
	});

	it('says that it saves only of what is being saved', async () => {
		const { user } = setUp();
		const heard: (string | null)[] = [];
		const region = screen.getByRole('status');
		new MutationObserver(() => heard.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
		await user.click(screen.getByRole('button', { name: 'Create customer' }));
		await waitFor(() => expect(field('Email').getAttribute('aria-invalid')).toBe('true'));
		await act(async () => new Promise((resolve) => setTimeout(resolve, 400)));
		expect(heard).toEqual([]);
	});

	it('leaves what an edit came to for the notice to say that offers to undo it, and says it where there is none', async () => {
		const user = userEvent.setup();
		const AshasForm = () => {
			const { data } = useCustomer(asha.id);
			return <CustomerForm {...(data ? { customer: data } : { loading: true })} />;
		};
		const shown = (notice: boolean) => (
			<CustomersProvider backend={backend}>
				<AshasForm />
				{notice && <UndoNotice />}
			</CustomersProvider>
		);
		const backend = store();
		const { container, rerender } = render(shown(true));
		const heard: string[] = [];
		new MutationObserver(() => {
			const said = within(container)
				.queryAllByRole('status')
				.flatMap(({ textContent }) => textContent || []);
			heard.push(...said.filter((text) => !heard.includes(text)));
		}).observe(container, { childList: true, characterData: true, subtree: true });
		await user.type(await screen.findByRole('textbox', { name: 'Name' }), ' Rao{Enter}');
		await screen.findByText('Saved.');
		await waitFor(() => expect(heard).toContain('Changes to Asha Verma Rao saved.'));
		await act(async () => new Promise((resolve) => setTimeout(resolve, 400)));
		expect(heard.filter((text) => /saved/i.test(text))).toEqual(['Changes to Asha Verma Rao saved.']);

		// Said in the same words, a second edit is heard only where they come anew.
		let again = 0;
		const region = screen.getByText('Changes to Asha Verma Rao saved.', { selector: '[role="status"] *' }).closest('[role="status"]')!;
		new MutationObserver(() => again++).observe(region, { childList: true, characterData: true, subtree: true });
		await user.type(field('Email'), '.au{Enter}');
		await waitFor(() => expect(again).toBe(1));
		expect(region.textContent).toBe('Changes to Asha Verma Rao saved.');

		rerender(shown(false));
		await user.type(field('Name'), ' K{Enter}');
		await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Saved.'));
	});

	it('asks for an email with the keys of one, and leaves its umlauts to the validator', () => {
		setUp();
		const { type, inputMode, autocomplete, autocapitalize } = field('Email') as HTMLInputElement & { autocapitalize?: string };
		expect([type, inputMode || field('Email').getAttribute('inputmode'), autocomplete]).toEqual(['text', 'email', 'email']);
		expect(autocapitalize ?? field('Email').getAttribute('autocapitalize')).toBe('none');
	});

	it('does not scold for a field that was only passed through', async () => {
		const { user } = setUp();
		await user.tab();
		await user.tab();
		await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
		expect(field('Email').getAttribute('aria-invalid')).toBeNull();
	});

	it('moves to the first error in the order of the page and saves nothing', async () => {
		const { user, onSaved } = setUp({ defaultCountry: 'JP', openAddress: true });
		await screen.findByRole('textbox', { name: 'Address line 1' });
		await user.type(field('Email'), 'ravi@example.com');
		await user.type(field('Address line 1'), '1-9-1{Enter}');
		await waitFor(() => expect(document.activeElement).toBe(field('Postal code')));
		expect(onSaved).not.toHaveBeenCalled();
	});

	it('says before submitting that the email is a customer’s already, with the way there', async () => {
		const { user } = setUp();
		await user.type(field('Email'), 'Asha.Verma@EXAMPLE.com');
		await user.tab();
		const link = await screen.findByRole('link', { name: 'Open that customer' });
		expect(link.getAttribute('href')).toBe(`/customers/${asha.id}`);
		await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/is already a customer with this email/));
	});

	it('never calls an existing customer created', async () => {
		const { user, onSaved } = setUp();
		await user.type(field('Email'), `${asha.email}{Enter}`);
		await waitFor(() => expect(onSaved).toHaveBeenCalledWith(expect.objectContaining({ id: asha.id }), 'existing'));
		await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/already exists/));
		expect(screen.queryByText('Customer created.')).toBeNull();
	});

	it.each(['offline', 'unreachable', 'timeout', 'unauthenticated', 'upstream_unavailable', 'internal_error'] as const)(
		'keeps what was typed after "%s" and saves it on the next try',
		async (code) => {
			const { user, onSaved } = setUp({}, failing(new CustomerError(code, { requestId: 'req_1' })));
			await submitNew(user);
			await user.click(await screen.findByRole('button', { name: 'Try again' }));
			await waitFor(() => expect(onSaved).toHaveBeenCalledWith(expect.objectContaining({ name: 'Ravi Kumar' }), 'created'));
		},
	);

	it('shows the request id of a failure', async () => {
		const { user } = setUp({}, failing(new CustomerError('internal_error', { requestId: 'req_4f9c' })));
		await submitNew(user);
		expect((await screen.findByText(/req_4f9c/)).textContent).toBe('Request ID: req_4f9c');
	});

	it('lets one wait as long as the server asks', async () => {
		const { user, onSaved } = setUp({}, failing(new CustomerError('rate_limited', { retryAfterMs: 1000 })));
		await submitNew(user);
		const button = await screen.findByRole('button', { name: 'Try again in 1 s' });
		await user.click(button);
		expect(onSaved).not.toHaveBeenCalled();
		await user.click(await screen.findByRole('button', { name: 'Try again' }));
		await waitFor(() => expect(onSaved).toHaveBeenCalled());
	});

	it('puts what the server refuses at its field, and what has none in the summary', async () => {
		const issues = [
			{ path: 'name', code: 'not_visible' },
			{ path: '', code: 'unknown_field' },
		] as const;
		const { user } = setUp({}, failing(new CustomerError('validation_failed', { issues })));
		await submitNew(user);
		await screen.findByText('Please check the following:');
		await waitFor(() => expect(document.activeElement).toBe(field('Name')));
		await user.click(field('Email'));
		await user.click(screen.getByRole('link', { name: /^Name: / }));
		expect(document.activeElement).toBe(field('Name'));
	});

	it('says at the email that another customer uses it', async () => {
		const { user } = setUp({ customer: asha }, failing(new CustomerError('email_exists')));
		await user.clear(field('Email'));
		await user.type(field('Email'), 'taken@example.com{Enter}');
		await waitFor(() => expect(field('Email').getAttribute('aria-invalid')).toBe('true'));
		expect(screen.getByText('Another customer already uses this email.')).toBeInstanceOf(HTMLElement);
	});

	it('sends only what changed', async () => {
		const backend = store();
		const update = vi.spyOn(backend, 'update');
		const { user, onSaved } = setUp({ customer: asha }, backend);
		await user.type(field('Name'), ' Rao{Enter}');
		await waitFor(() => expect(onSaved).toHaveBeenCalledWith(expect.objectContaining({ name: 'Asha Verma Rao' }), 'updated'));
		expect(update).toHaveBeenCalledWith(asha.id, { name: 'Asha Verma Rao' }, expect.objectContaining({ ifVersion: asha.version }));
	});

	it('shows mine and theirs when someone else saved, and saves what is chosen', async () => {
		const { user, backend, onSaved } = setUp({ customer: asha });
		await backend.update(asha.id, { name: 'Asha Rao', phone: '+912025520000' });
		await user.type(field('Name'), ' K');
		await user.clear(field('Email'));
		await user.type(field('Email'), 'asha@example.org{Enter}');
		const conflict = await screen.findByRole('region', { name: 'Someone else changed this customer meanwhile' });
		expect(document.activeElement).toBe(conflict);
		const name = await within(conflict).findByRole('group', { name: 'Name' });
		await user.click(within(name).getByRole('radio', { name: /Asha Rao/ }));
		await user.click(within(conflict).getByRole('button', { name: 'Save this version' }));
		await waitFor(() => expect(onSaved).toHaveBeenCalled());
		expect(await backend.get(asha.id)).toMatchObject({ name: 'Asha Rao', email: 'asha@example.org', phone: '+912025520000' });
	});

	it('leads Enter to the two versions, and saves neither by it', async () => {
		const { user, backend, onSaved } = setUp({ customer: asha });
		const saved = await backend.update(asha.id, { name: 'Asha Rao' });
		await user.type(field('Name'), ' K{Enter}');
		const conflict = await screen.findByRole('region', { name: 'Someone else changed this customer meanwhile' });
		await within(conflict).findByRole('group', { name: 'Name' });
		await user.click(field('Email'));
		await user.keyboard('{Enter}');
		expect(document.activeElement).toBe(conflict);
		const mine = within(conflict).getByRole('radio', { name: /Asha Verma K/ });
		await user.click(mine);
		await user.keyboard('{Enter}');
		expect(document.activeElement).toBe(mine);
		expect(await backend.get(asha.id)).toEqual(saved);
		expect(onSaved).not.toHaveBeenCalled();
	});

	it('asks at once, and not when one saves, where a fresher phone comes in the moment in which one was typed', async () => {
		const backend = store();
		const update = vi.spyOn(backend, 'update');
		const form = (customer: Customer) => (
			<CustomersProvider backend={backend}>
				<CustomerForm customer={customer} />
			</CustomersProvider>
		);
		const { rerender } = render(form(asha));
		fireEvent.input(field('Phone'), { target: { value: '+919876500000' } });
		rerender(form({ ...asha, phone: '+912025520000', version: '2' }));
		const choice = await screen.findByRole('group', { name: 'Phone' });
		expect(within(choice).getByRole('radio', { name: /76500000/ })).toHaveProperty('checked', true);
		within(choice).getByRole('radio', { name: /12025520000/ });
		expect(field('Phone').value.replaceAll(' ', '')).toContain('9876500000');
		await userEvent.setup().click(screen.getByRole('button', { name: 'Save this version' }));
		await waitFor(() =>
			expect(update).toHaveBeenCalledWith(asha.id, { phone: '+919876500000' }, expect.objectContaining({ ifVersion: '2' })),
		);
	});

	it('keeps the letter that is typed in the moment in which the answer comes', async () => {
		const backend = store();
		let answer: (customer: Customer) => void = () => undefined;
		vi.spyOn(backend, 'update').mockReturnValueOnce(
			new Promise((resolve) => {
				answer = resolve;
			}),
		);
		const { user, onSaved } = setUp({ customer: asha }, backend);
		await user.type(field('Name'), ' Rao{Enter}');
		await waitFor(() => expect(backend.update).toHaveBeenCalled());
		await act(async () => {
			fireEvent.input(field('Name'), { target: { value: 'Asha Verma Rao!' } });
			answer({ ...asha, name: 'Asha Verma Rao', version: '2' });
		});
		await waitFor(() => expect(onSaved).toHaveBeenCalled());
		expect(field('Name').value).toBe('Asha Verma Rao!');
		await user.click(screen.getByRole('button', { name: 'Save changes' }));
		await waitFor(() => expect(backend.update).toHaveBeenLastCalledWith(asha.id, { name: 'Asha Verma Rao!' }, expect.anything()));
	});

	it.each([
		['its own fields', undefined],
		[
			'those of a host',
			<div key="own">
				<CustomerFormField name="phone" />
				<CustomerFormField name="address" />
				<CustomerFormField name="name" />
				<CustomerFormField name="email" />
			</div>,
		],
	])('has no place for what the backend keeps of nobody, with %s', async (_, children) => {
		const backend = memoryBackend({ capabilities: { keeps: ['name'] } });
		const defaultValues = { phone: '+12025550123', address: { country: 'US', city: 'Boston' } };
		const { user, onSaved } = setUp({ children, defaultValues, defaultCountry: 'US' }, backend);
		await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Phone' })).toBeNull());
		expect(screen.queryByRole('group', { name: 'Address' })).toBeNull();
		await submitNew(user);
		await waitFor(() => expect(onSaved.mock.calls[0]?.[0]).toMatchObject({ name: 'Ravi Kumar', phone: null, address: null }));
	});

	it('loses nothing that is stored all the same', async () => {
		const stored = store();
		const odd = { ...stored, capabilities: async () => ({ ...(await stored.capabilities()), keeps: [] }) };
		const { user, onSaved } = setUp({ customer: asha }, odd);
		await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull());
		await user.type(field('Email'), 'm{Enter}');
		await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
		expect(await stored.get(asha.id)).toMatchObject({ name: asha.name, phone: asha.phone, address: asha.address });
	});

	it('shows a customer that may not be changed without a way to change it', async () => {
		setUp({ customer: asha }, memoryBackend({ customers: [asha], capabilities: { write: { update: false } } }));
		await screen.findByText('You can see this customer but not change it.');
		expect(field('Name').readOnly).toBe(true);
		expect((await screen.findByRole<HTMLSelectElement>('combobox', { name: 'State' })).disabled).toBe(true);
		expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
		expect(screen.queryByText(/optional/)).toBeNull();
		expect(screen.getByRole('group', { name: 'Address' }).getAttribute('aria-describedby')).toBeNull();
	});

	it('asks for no number where none may be given', async () => {
		const quiet = { ...asha, phone: null };
		setUp({ customer: quiet }, memoryBackend({ customers: [quiet], capabilities: { write: { update: false } } }));
		await screen.findByText('You can see this customer but not change it.');
		expect(field('Phone').getAttribute('aria-describedby')).toBeNull();
	});

	it('tells of something to lose once, also a host that renders for it', async () => {
		const told: boolean[] = [];
		const backend = store();
		function Host() {
			const [{ dirty }, setState] = useState({ dirty: false });
			return (
				<CustomersProvider backend={backend}>
					<CustomerForm
						onDirtyChange={(next) => {
							told.push(next);
							setState({ dirty: next });
						}}
					/>
					{dirty && 'Something to lose'}
				</CustomersProvider>
			);
		}
		render(<Host />);
		await userEvent.setup().type(field('Name'), 'Ravi');
		await screen.findByText('Something to lose');
		expect(told).toEqual([false, true]);
	});

	it('holds the tab open only while there is something to lose', async () => {
		const leaving = () => {
			const event = new Event('beforeunload', { cancelable: true });
			window.dispatchEvent(event);
			return event.defaultPrevented;
		};
		const { user } = setUp();
		expect(leaving()).toBe(false);
		await user.type(field('Name'), 'R');
		expect(leaving()).toBe(true);
		await user.clear(field('Name'));
		await waitFor(() => expect(leaving()).toBe(false));
	});
});
