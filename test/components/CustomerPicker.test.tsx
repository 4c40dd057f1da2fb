import { onlineManager, QueryClient } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type MemoryBackendOptions, memoryBackend } from '../../src/backends/memory';
import { type CustomerBackend, CustomerPicker, type CustomerPickerProps, CustomersProvider, CustomerTable } from '../../src/index';
import { withFaults } from '../../src/testing';
import { recorded, settle } from '../hooks/setup';
import { people, person } from '../people';
import { watchRenders } from '../renders';
import './renderWith';

afterEach(() => {
	cleanup();
	onlineManager.setOnline(true);
});

const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Customer' });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const active = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent ?? null;
const said = () => screen.getAllByRole('status')[0]!.textContent;
const found = (count: number) => waitFor(() => expect(screen.queryAllByRole('option')).toHaveLength(count));
/** A pause in typing, and the answer to what it asks. */
const pause = () => act(() => new Promise((resolve) => setTimeout(resolve, 320)));

const crowd = [
	person(1, { name: 'Asha Verma', email: 'asha@example.com' }),
	person(2, { name: 'Asha Rao', email: 'rao@example.com' }),
	person(3, { name: null, email: 'nameless@example.com' }),
	...people(45).slice(3),
];

interface SetUp extends CustomerPickerProps {
	backend?: CustomerBackend;
	capabilities?: MemoryBackendOptions['capabilities'];
	customers?: MemoryBackendOptions['customers'];
}

/** A picker that a host keeps, and everything that it asks for. */
function setUp({ backend: given, capabilities, customers = crowd, value: first = null, ...props }: SetUp = {}) {
	const { backend, calls, count } = recorded(given ?? memoryBackend({ customers, ...(capabilities && { capabilities }) }));
	const onChange = vi.fn();
	const client = new QueryClient();
	let become: (scope: string) => void = () => {};
	function Host() {
		const [value, setValue] = useState(first);
		const [scope, setScope] = useState('one');
		become = setScope;
		const change: CustomerPickerProps['onChange'] = (id, customer) => {
			setValue(id);
			onChange(id, customer);
		};
		return (
			<CustomersProvider backend={backend} queryClient={client} scope={scope}>
				<CustomerPicker {...props} value={value} onChange={change} />
				<button type="button">After</button>
			</CustomersProvider>
		);
	}
	// Without StrictMode, which asks for everything twice.
	render(<Host />);
	return {
		user: userEvent.setup(),
		onChange,
		calls,
		count,
		client,
		lists: () => calls.filter(({ method }) => method === 'list').map(({ args }) => args[0]),
		become: (scope: string) => act(() => become(scope)),
	};
}

describe('asks', () => {
	it('for nothing until it is opened, not even with the focus', async () => {
		const { user, calls } = setUp();
		await user.tab();
		await act(settle);
		expect([document.activeElement, calls]).toEqual([box(), []]);
		await user.keyboard('{ArrowDown}');
		await found(20);
		expect(calls.map(({ method }) => method).sort()).toEqual(['capabilities', 'list']);
	});

	it('once for a word, when typing pauses, and never for what is on the way to it', async () => {
		const { user, lists } = setUp();
		await user.tab();
		await user.keyboard('asha');
		await found(2);
		await pause();
		expect(lists()).toEqual([{ query: 'asha' }]);
	});

	it('for nothing again when it is opened once more, or a word comes back', async () => {
		const { user, lists } = setUp();
		await user.click(box());
		await found(20);
		await user.type(box(), 'rao');
		await found(1);
		await user.keyboard('{Escape}');
		await user.click(box());
		await found(20);
		await user.type(box(), 'rao');
		await found(1);
		await pause();
		expect(lists()).toEqual([{}, { query: 'rao' }]);
	});

	it('for no text that an input method is not done with', async () => {
		const { user, lists } = setUp();
		await user.click(box());
		await found(20);
		fireEvent.compositionStart(box());
		fireEvent.input(box(), { target: { value: 'あ' }, isComposing: true });
		await pause();
		expect([box().value, lists()]).toEqual(['あ', [{}]]);
		fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 });
		expect(screen.queryByRole('listbox')).toBeTruthy();
		fireEvent.compositionEnd(box());
		await pause();
		expect(lists()).toEqual([{}, { query: 'あ' }]);
	});

	it('page after page, as far as one goes down', async () => {
		const { user, lists } = setUp();
		await user.click(box());
		await found(20);
		await user.keyboard('{PageDown}{PageDown}{PageDown}');
		await found(40);
		expect(active()).toContain('Person 20');
		await user.keyboard('{PageDown}{PageDown}{PageDown}{ArrowDown}');
		await found(45);
		expect(lists()).toEqual([{}, { after: expect.any(String) }, { after: expect.any(String) }]);
		const list = screen.getByRole('listbox');
		fireEvent.scroll(list);
		await act(settle);
		expect(lists()).toHaveLength(3);
	});

	it('for more when it is scrolled near its end', async () => {
		const { user } = setUp();
		await user.click(box());
		await found(20);
		fireEvent.scroll(screen.getByRole('listbox'));
		await found(40);
	});

	it('once for who is chosen already', async () => {
		const { calls } = setUp({ value: 'cus_2' });
		await waitFor(() => expect(box().value).toBe('Asha Rao'));
		expect(screen.getByText('rao@example.com')).toBeTruthy();
		expect(calls.map(({ method }) => method)).toEqual(['get']);
	});

	it('for nobody whom a list on the page has shown, nor for who was chosen in it', async () => {
		const { backend, count } = recorded(memoryBackend({ customers: crowd }));
		const page = (picker: ReactNode) => (
			<CustomersProvider backend={backend} queryClient={client}>
				<CustomerTable />
				{picker}
			</CustomersProvider>
		);
		const client = new QueryClient();
		const view = render(page(null));
		await screen.findByText('rao@example.com');
		view.rerender(page(<CustomerPicker defaultValue="cus_2" />));
		expect(box().value).toBe('Asha Rao');
		fireEvent.click(box());
		fireEvent.click(await within(await screen.findByRole('listbox')).findByText('Asha Verma'));
		await act(settle);
		expect([box().value, count('get')]).toEqual(['Asha Verma', 0]);
	});

	it('as far as the backend searches: not for what is too short', async () => {
		const { user, lists } = setUp({ capabilities: { search: { minLength: 3 } } });
		await user.tab();
		await user.keyboard('as');
		await waitFor(() => expect(said()).toBe('Type at least 3 characters.'));
		await user.keyboard('h');
		await found(2);
		expect(lists()).toEqual([{ query: 'ash' }]);
	});

	it('for a whole email, where the backend finds nothing else', async () => {
		const { user, lists } = setUp({ capabilities: { search: false } });
		await user.tab();
		await user.keyboard('rao@');
		await waitFor(() => expect(said()).toBe('Type the whole email.'));
		await user.keyboard('example.com');
		await found(1);
		expect(lists()).toEqual([{ email: 'rao@example.com' }]);
	});

	it('for all where the backend finds nothing, and finds among those', async () => {
		const { user, lists } = setUp({ capabilities: { search: false, filter: { email: false } } });
		await user.click(box());
		await found(20);
		await user.type(box(), 'RAO');
		await found(1);
		await pause();
		expect([options()[0], lists()]).toEqual(['ARAsha Raorao@example.com', [{}]]);
	});
});

describe('chooses', () => {
	it('by the keys alone, and says so', async () => {
		const { user, onChange } = setUp();
		await user.tab();
		await user.keyboard('{ArrowDown}');
		await found(20);
		expect([active(), said()]).toEqual([null, 'The first 20 customers. More come further down.']);
		await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
		expect(active()).toContain('Asha Verma');
		await user.keyboard('{Enter}');
		expect(onChange.mock.calls).toEqual([['cus_1', expect.objectContaining({ email: 'asha@example.com' })]]);
		expect([box().value, document.activeElement, box().getAttribute('aria-expanded'), said()]).toEqual([
			'Asha Verma',
			box(),
			'false',
			'Asha Verma is chosen.',
		]);
		await user.keyboard('{ArrowUp}');
		await found(20);
		expect(active()).toContain('Asha Verma');
		expect(screen.getByRole('option', { selected: true }).textContent).toContain('asha@example.com');
	});

	it('the first that matches by Enter, and nobody before they are who was asked for', async () => {
		const { user, onChange } = setUp();
		await user.click(box());
		await found(20);
		await user.keyboard('{ArrowDown}rao{Enter}');
		expect([onChange.mock.calls, box().value]).toEqual([[], 'rao']);
		// Enter asks at once.
		await found(1);
		await user.keyboard('{Enter}');
		expect(onChange.mock.calls).toEqual([['cus_2', expect.objectContaining({ name: 'Asha Rao' })]]);
	});

	it('by the mouse', async () => {
		const { user, onChange } = setUp();
		await user.click(box());
		await found(20);
		await user.click(screen.getByText('nameless@example.com'));
		expect([onChange.mock.calls[0]![0], box().value, document.activeElement]).toEqual(['cus_3', 'nameless@example.com', box()]);
	});

	it('nobody again: by emptying it, or by its button', async () => {
		const { user, onChange } = setUp({ value: 'cus_1' });
		await waitFor(() => expect(box().value).toBe('Asha Verma'));
		await user.click(screen.getByRole('button', { name: 'Clear the choice' }));
		expect([onChange.mock.calls.at(-1), box().value, document.activeElement, said()]).toEqual([
			[null, null],
			'',
			box(),
			'Nobody is chosen.',
		]);
		expect(screen.queryByRole('button', { name: 'Clear the choice' })).toBeNull();
		await user.click(box());
		await found(20);
		await user.click(screen.getByText('Asha Rao'));
		await user.clear(box());
		expect([onChange.mock.calls.at(-1), box().value]).toEqual([[null, null], '']);
	});

	it('a new one, where the host takes them and the backend makes them', async () => {
		const onCreate = vi.fn();
		const { user } = setUp({ onCreate });
		await user.type(box(), 'Nobody ');
		await waitFor(() => expect(options()).toEqual(['New customer']));
		await waitFor(() => expect(screen.getAllByText('No customer found')).toHaveLength(2));
		await user.keyboard('{ArrowDown}{Enter}');
		expect([onCreate.mock.calls, screen.queryByRole('listbox')]).toEqual([[['Nobody']], null]);
		cleanup();
		setUp({ onCreate, capabilities: { write: { create: false } } });
		await user.click(box());
		await found(20);
	});

	it('goes from the last to a new one only once all are there', async () => {
		const { user } = setUp({ onCreate: vi.fn(), customers: crowd.slice(0, 21) });
		await user.click(box());
		await found(21);
		await user.keyboard('{PageDown}{PageDown}{PageDown}');
		await found(22);
		await user.keyboard('{PageDown}');
		expect(active()).toBe('New customer');
		await user.keyboard('{ArrowDown}');
		expect(active()).toContain('Asha Verma');
	});
});

describe('leaves what was chosen', () => {
	it.each([
		['Escape', async (user: ReturnType<typeof userEvent.setup>) => user.keyboard('{Escape}')],
		['Tab', async (user: ReturnType<typeof userEvent.setup>) => user.tab()],
		['Alt and the arrow up', async (user: ReturnType<typeof userEvent.setup>) => user.keyboard('{Alt>}{ArrowUp}{/Alt}')],
		['a press elsewhere', async (user: ReturnType<typeof userEvent.setup>) => user.click(screen.getByRole('button', { name: 'After' }))],
	])('when it is closed by %s', async (_, leave) => {
		const { user, onChange } = setUp({ value: 'cus_1' });
		await waitFor(() => expect(box().value).toBe('Asha Verma'));
		await user.tab();
		await user.keyboard('{End} and more');
		expect(box().value).toBe('Asha Verma and more');
		await leave(user);
		await waitFor(() => expect(screen.queryByRole('listbox', { hidden: true })).toBeNull());
		expect([box().value, onChange.mock.calls]).toEqual(['Asha Verma', []]);
	});

	it('and tells the host once that it was left', async () => {
		const onBlur = vi.fn();
		const { user } = setUp({ onBlur });
		await user.click(box());
		await found(20);
		await user.click(screen.getByText('Asha Rao'));
		expect(onBlur).not.toHaveBeenCalled();
		await user.click(screen.getByRole('button', { name: 'After' }));
		expect(onBlur).toHaveBeenCalledOnce();
	});

	it('and shows it to nobody else', async () => {
		const { user, become, count } = setUp({ customers: { one: crowd, two: [] } });
		await user.click(box());
		await found(20);
		await user.click(screen.getByText('Asha Rao'));
		await become('two');
		await waitFor(() => expect(screen.getByText('The chosen customer could not be loaded.')).toBeTruthy());
		expect([box().value, count('get')]).toEqual(['cus_2', 1]);
	});
});

describe('says what is wrong', () => {
	it('with the list, and tries again', async () => {
		let fails = true;
		const backend = withFaults(memoryBackend({ customers: crowd }), ({ method }) =>
			method === 'list' && fails ? { error: 'internal_error' } : undefined,
		);
		const { user } = setUp({ backend });
		await user.click(box());
		await screen.findByText('Something went wrong on our side. Try again later.');
		expect([said(), box().getAttribute('aria-expanded')]).toEqual(['The customers could not be loaded.', 'false']);
		fails = false;
		await user.click(screen.getByRole('button', { name: 'Try again' }));
		await found(20);
	});

	it('without a network, in words, until there is one', async () => {
		onlineManager.setOnline(false);
		setUp();
		await userEvent.click(box());
		expect(await screen.findByText(/You are offline/)).toBeTruthy();
		act(() => onlineManager.setOnline(true));
		await found(20);
		expect(screen.queryByText(/You are offline/)).toBeNull();
	});

	it('with who is chosen: that there is no such customer, or that they cannot be shown', async () => {
		setUp({ value: 'cus_999' });
		await screen.findByText('This customer does not exist or has been deleted.');
		expect([box().value, screen.queryByRole('button', { name: 'Try again' })]).toEqual(['cus_999', null]);
		cleanup();
		let fails = true;
		const backend = withFaults(memoryBackend({ customers: crowd }), () => (fails ? { error: 'internal_error' } : undefined));
		const { user } = setUp({ backend, value: 'cus_1' });
		const retry = await screen.findByRole('button', { name: 'Try again' });
		fails = false;
		await user.click(retry);
		await waitFor(() => expect(box().value).toBe('Asha Verma'));
	});

	it('with more of them, which takes none away', async () => {
		const backend = withFaults(memoryBackend({ customers: crowd }), ({ args: [request] }) =>
			(request as { after?: string } | undefined)?.after ? { error: 'forbidden' } : undefined,
		);
		const { user, count } = setUp({ backend });
		await user.click(box());
		await found(20);
		await user.keyboard('{PageDown}{PageDown}{PageDown}');
		await screen.findByText('The customers could not be loaded.', { selector: '.pc-alert-title' });
		await user.keyboard('{ArrowDown}{ArrowDown}');
		expect([screen.getAllByRole('option').length, count('list')]).toEqual([20, 2]);
	});
});

describe('in a form', () => {
	it('is the id under its name, required, and back at the start when that is reset', async () => {
		const onSubmit = vi.fn((event: SubmitEvent) => event.preventDefault());
		render(
			<CustomersProvider backend={memoryBackend({ customers: crowd })}>
				<form aria-label="Order" onSubmit={(event) => onSubmit(event.nativeEvent as SubmitEvent)}>
					<CustomerPicker name="customer" required defaultValue="cus_2" />
				</form>
			</CustomersProvider>,
		);
		const user = userEvent.setup();
		const form = screen.getByRole<HTMLFormElement>('form');
		const sent = () => new FormData(form).getAll('customer');
		await waitFor(() => expect(box().value).toBe('Asha Rao'));
		expect([sent(), form.checkValidity()]).toEqual([['cus_2'], true]);
		await user.clear(box());
		await user.keyboard('{Escape}');
		expect([sent(), form.checkValidity()]).toEqual([[''], false]);
		await user.type(box(), 'verma{Enter}');
		await found(1);
		expect(onSubmit).not.toHaveBeenCalled();
		await user.keyboard('{Enter}');
		expect(sent()).toEqual(['cus_1']);
		await user.keyboard('{Enter}');
		expect(onSubmit).toHaveBeenCalledOnce();
		act(() => form.reset());
		await waitFor(() => expect([sent(), box().value]).toEqual([['cus_2'], 'Asha Rao']));
	});

	it('is a field of react-hook-form’s, which puts the focus on it', async () => {
		const onValid = vi.fn();
		function Order() {
			const { control, handleSubmit } = useForm<{ customer: string | null }>({ defaultValues: { customer: null } });
			return (
				<form onSubmit={handleSubmit(onValid)}>
					<Controller
						control={control}
						name="customer"
						rules={{ required: 'Whose order?' }}
						render={({ field, fieldState }) => <CustomerPicker {...field} error={fieldState.error?.message} />}
					/>
					<button type="submit">Send</button>
				</form>
			);
		}
		render(
			<CustomersProvider backend={memoryBackend({ customers: crowd })}>
				<Order />
			</CustomersProvider>,
		);
		const user = userEvent.setup();
		await user.click(screen.getByRole('button', { name: 'Send' }));
		await screen.findByText('Whose order?');
		expect([document.activeElement, box().getAttribute('aria-invalid')]).toEqual([box(), 'true']);
		expect(document.getElementById(box().getAttribute('aria-describedby')!)?.textContent).toBe('Whose order?');
		await user.keyboard('{ArrowDown}');
		await found(20);
		await user.keyboard('{ArrowDown}{Enter}');
		await user.click(screen.getByRole('button', { name: 'Send' }));
		await waitFor(() => expect(onValid.mock.calls[0]?.[0]).toEqual({ customer: 'cus_1' }));
	});

	it.each(['readOnly', 'disabled'] as const)('is %s: shown, and not to be changed', async (state) => {
		const { user, calls } = setUp({ value: 'cus_1', name: 'customer', [state]: true });
		await waitFor(() => expect(box().value).toBe('Asha Verma'));
		await user.click(box());
		fireEvent.keyDown(box(), { key: 'ArrowDown' });
		await act(settle);
		expect([box()[state], screen.queryByRole('listbox', { hidden: true }), calls.length]).toEqual([true, null, 1]);
		expect(screen.queryByRole('button', { name: 'Clear the choice' })).toBeNull();
		expect(document.querySelector<HTMLInputElement>('[name="customer"]')!.disabled).toBe(state === 'disabled');
	});
});

it('renders the rows that a key moves between, and no others', async () => {
	const backend = memoryBackend({ customers: crowd });
	render(
		<CustomersProvider backend={backend} queryClient={new QueryClient()}>
			<CustomerPicker />
		</CustomersProvider>,
	);
	const user = userEvent.setup();
	await user.click(box());
	await found(20);
	await user.keyboard('{ArrowDown}');
	await act(settle);
	const renders = watchRenders();
	await user.keyboard('{ArrowDown}');
	await act(settle);
	expect(renders.stop().byName.get('Match')).toBe(2);
	const typing = watchRenders();
	await user.keyboard('a');
	expect(typing.now().byName.get('Match') ?? 0).toBeLessThanOrEqual(1);
	expect(typing.stop().byName.get('CustomerPicker')).toBeUndefined();
});
