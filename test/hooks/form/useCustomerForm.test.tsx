import { QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { Customer, CustomerBackend, FormPath, UseCustomerFormOptions, WriteOptions } from '../../../src/index';
import { addressFields, CustomerError, useCustomer, useCustomerForm } from '../../../src/index';
import { hi } from '../../../src/locales/hi';
import { withFaults } from '../../../src/testing';
import { person } from '../../people';
import { backendOf, deferred, recorded, renderBelow, type Setup, settle } from '../setup';

const address = { line1: '1 MG Road', line2: null, city: 'Mumbai', state: 'MH', postal_code: '400001', country: 'IN' };

function renderForm(setup: Setup, options: UseCustomerFormOptions = {}) {
	const view = renderBelow(setup, (props: UseCustomerFormOptions) => useCustomerForm(props), { initialProps: options });
	const model = () => view.result.current;
	return {
		...view,
		model,
		type: (...changes: [Parameters<ReturnType<typeof model>['change']>[0], string][]) =>
			act(async () => {
				for (const [path, value] of changes) model().change(path, value);
				await settle();
			}),
		leave: (path: Parameters<ReturnType<typeof model>['blur']>[0]) =>
			act(async () => {
				model().blur(path);
				await settle();
			}),
		submit: () => act(() => model().submit()),
	};
}

/** A form over a customer as the page shows it: read through `useCustomer`. */
function renderEdit(backend: CustomerBackend, options: UseCustomerFormOptions = {}) {
	const client = new QueryClient();
	const view = renderBelow({ backend, queryClient: client }, () => {
		const stored = useCustomer('cus_1');
		return { stored, ...useCustomerForm({ ...options, customer: stored.data }) };
	});
	const ready = () => waitFor(() => expect(view.result.current.values.email).toBe('person1@example.com'));
	const type = (...changes: [Parameters<typeof view.result.current.change>[0], string][]) =>
		act(async () => {
			for (const [path, value] of changes) view.result.current.change(path, value);
			await settle();
		});
	return { ...view, ready, type, model: () => view.result.current, submit: () => act(() => view.result.current.submit()) };
}

const createCalls = (calls: { method: string; args: readonly unknown[] }[]) => calls.filter(({ method }) => method === 'create');

describe('a form for a new customer', () => {
	it('creates once, however often it is submitted in a tick or clicked twice', async () => {
		const spy = recorded(backendOf(0));
		const onSuccess = vi.fn();
		const form = renderForm({ backend: spy.backend }, { onSuccess });
		await form.type(['email', 'a@example.com'], ['name', '  Ann ']);
		await act(() => Promise.all([form.model().submit(), form.model().submit(), form.model().submit()]));
		await form.submit();
		expect(createCalls(spy.calls)).toHaveLength(1);
		expect(createCalls(spy.calls)[0]?.args[0]).toEqual({ email: 'a@example.com', name: 'Ann' });
		expect(onSuccess).toHaveBeenCalledTimes(1);
		expect(onSuccess).toHaveBeenCalledWith(expect.objectContaining({ name: 'Ann' }), 'created');
		expect(form.model()).toMatchObject({ status: 'created', isDirty: false, saved: { email: 'a@example.com' } });
	});

	it('sends what was left empty as absent, and a preset country is no address', async () => {
		const spy = recorded(backendOf(0));
		const form = renderForm({ backend: spy.backend }, { defaultCountry: 'IN' });
		expect(form.model().values.address.country).toBe('IN');
		await form.type(['email', 'a@example.com'], ['phone', '  ']);
		await form.submit();
		expect(createCalls(spy.calls)[0]?.args[0]).toEqual({ email: 'a@example.com' });
	});

	it('has no parts that the backend keeps of nobody, and sends none that were typed before that was known', async () => {
		const known = deferred<void>();
		const memory = memoryBackend({ capabilities: { keeps: ['name'] } });
		const capabilities = async () => {
			await known.promise;
			return memory.capabilities();
		};
		const spy = recorded({ ...memory, capabilities });
		const form = renderForm({ backend: spy.backend });
		expect(form.model().fields).toEqual(['email', 'name', 'phone', 'address']);
		await form.type(['email', 'a@example.com'], ['phone', '+12025550123'], ['address.city', 'Boston']);
		await act(async () => known.resolve());
		await waitFor(() => expect(form.model().fields).toEqual(['email', 'name']));
		await form.submit();
		expect(form.model().status).toBe('created');
		expect(createCalls(spy.calls)[0]!.args[0]).toEqual({ email: 'a@example.com' });
	});

	it('checks a field when it is left, not while it is typed, and forgets the complaint when it changes', async () => {
		const form = renderForm({ backend: backendOf(0) });
		await form.type(['email', 'nonsense']);
		expect(form.model().fieldError('email')).toBeUndefined();
		await form.leave('email');
		expect(form.model().fieldError('email')).toBe('Enter an email address like name@example.com.');
		expect(form.model().fieldError('name')).toBeUndefined();
		await form.type(['email', 'nonsense@']);
		expect(form.model().fieldError('email')).toBeUndefined();
	});

	it('refuses what the rules refuse without a call, in the language of the reader', async () => {
		const spy = recorded(backendOf(0));
		const onInvalid = vi.fn();
		const form = renderForm({ backend: spy.backend, locale: hi }, { onInvalid });
		await form.type(
			['email', ''],
			['phone', '98765'],
			['address.country', 'IN'],
			['address.line1', '1 MG Road'],
			['address.postal_code', '4000'],
		);
		await form.submit();
		expect(createCalls(spy.calls)).toHaveLength(0);
		expect(form.model().status).toBe('invalid');
		expect(form.model().fieldError('email')).toBe('ईमेल ज़रूरी है।');
		expect(form.model().fieldError('phone')).toBe('नंबर की शुरुआत + और देश के कोड से करें।');
		expect(form.model().fieldError('address.postal_code')).toContain('पिन कोड');
		expect(form.model().fieldError('address.city')).toBe('शहर ज़रूरी है।');
		expect(onInvalid.mock.calls[0]?.[0]).toEqual(expect.arrayContaining(['email', 'phone', 'address.city', 'address.postal_code']));
		form.change({ locale: undefined });
		expect(form.model().fieldError('email')).toBe('Email is required.');
	});

	it('keeps what was typed in the address and checks it again when the country changes', async () => {
		const form = renderForm({ backend: backendOf(0) });
		await form.type(['address.country', 'IN'], ['address.postal_code', '94103']);
		await form.leave('address.postal_code');
		expect(form.model().fieldError('address.postal_code')).toBeDefined();
		await form.type(['address.country', 'US']);
		await waitFor(() => expect(form.model().fieldError('address.postal_code')).toBeUndefined());
		await form.type(['address.country', 'GB']);
		await waitFor(() => expect(form.model().fieldError('address.postal_code')).toContain('United Kingdom'));
		expect(form.model().values.address.postal_code).toBe('94103');
	});

	it('says that the email already belongs to a customer, before and after submitting', async () => {
		const onSuccess = vi.fn();
		const form = renderForm({ backend: backendOf(1) }, { onSuccess });
		await form.type(['email', 'PERSON1@example.com'], ['name', 'Someone']);
		await form.leave('email');
		await waitFor(() => expect(form.model().taken?.id).toBe('cus_1'));
		await form.submit();
		expect(form.model()).toMatchObject({ status: 'existing', saved: { id: 'cus_1', name: 'Person 1' }, isDirty: true });
		expect(form.model().values.name).toBe('Someone');
		expect(onSuccess).toHaveBeenCalledWith(expect.objectContaining({ id: 'cus_1' }), 'existing');
	});

	it('keeps everything when saving fails, and a second try after a lost answer makes one customer', async () => {
		let lose = true;
		const spy = recorded(backendOf(0));
		const backend = withFaults(spy.backend, ({ method }) => {
			if (method !== 'create' || !lose) return;
			lose = false;
			return { after: true };
		});
		const onError = vi.fn();
		const form = renderForm({ backend }, { onError });
		await form.type(['email', 'a@example.com'], ['name', 'Ann']);
		await form.submit();
		expect(form.model()).toMatchObject({ status: 'failed', error: { code: 'timeout' }, isDirty: true, values: { name: 'Ann' } });
		expect(onError).toHaveBeenCalledTimes(1);
		await form.submit();
		expect(form.model()).toMatchObject({ status: 'created', error: null });
		const keys = createCalls(spy.calls).map(({ args }) => (args[1] as WriteOptions).idempotencyKey);
		expect(new Set(keys).size).toBe(1);
	});

	it("puts the server's issues at their fields until these or what they depend on change; others go to the summary", async () => {
		const issues = [
			{ path: 'address.postal_code', code: 'invalid_postal_code', params: { country: 'IN', example: '110001' } },
			{ path: 'email', code: 'invalid_email' },
			{ path: 'id', code: 'invalid_id' },
		] as const;
		const backend = { ...backendOf(0), create: () => Promise.reject(new CustomerError('validation_failed', { issues })) };
		const onInvalid = vi.fn();
		const form = renderForm({ backend }, { onInvalid });
		await form.type(
			['email', 'a@example.com'],
			...addressFields.map((field): [FormPath, string] => [`address.${field}`, address[field] ?? '']),
		);
		await form.submit();
		expect(form.model()).toMatchObject({ status: 'invalid', error: null, summary: ['This ID is not valid.'] });
		expect(form.model().fieldError('address.postal_code')).toBe('PIN code is not valid for India. Example: 110001');
		expect(onInvalid.mock.calls[0]?.[0]).toEqual(['address.postal_code', 'email']);
		await form.leave('address.postal_code');
		await form.leave('name');
		expect(form.model().fieldError('address.postal_code')).toBeDefined();
		await form.type(['address.state', 'DL']);
		expect(form.model().fieldError('address.postal_code')).toBeUndefined();
		expect(form.model().fieldError('email')).toBeDefined();
		await form.type(['email', 'b@example.com']);
		expect(form.model().fieldError('email')).toBeUndefined();
		await form.leave('email');
		expect(form.model().fieldError('email')).toBeUndefined();
	});

	it('says what is wrong with parts that have no input', async () => {
		const form = renderForm({ backend: backendOf(0) }, { fields: ['name'] });
		await form.type(['name', 'Ann']);
		await form.submit();
		expect(form.model()).toMatchObject({ status: 'invalid', summary: ['Email is required.'] });
	});

	it('drops the draft when another user signs in, also one that is being saved', async () => {
		const gate = deferred<void>();
		const inner = backendOf(0);
		const onSuccess = vi.fn();
		const backend: CustomerBackend = { ...inner, create: (input, options) => gate.promise.then(() => inner.create(input, options)) };
		const form = renderForm({ backend, scope: 'ann' }, { onSuccess });
		await form.type(['email', 'a@example.com']);
		const submitted = form.model().submit();
		await act(settle);
		expect(form.model().status).toBe('saving');
		form.change({ scope: 'bob' });
		expect(form.model().values.email).toBe('');
		await act(async () => {
			gate.resolve();
			await submitted;
		});
		expect(form.model()).toMatchObject({ status: 'idle', saved: null });
		expect(onSuccess).not.toHaveBeenCalled();
	});
});

describe('a form for an existing customer', () => {
	const stored = (changes: Partial<Customer> = {}) =>
		memoryBackend({ customers: [person(1, { phone: '+919876543210', address, ...changes })] });
	const updates = (calls: { method: string; args: readonly unknown[] }[]) => calls.filter(({ method }) => method === 'update');

	it('sends only what changed: a cleared field as null, the address as a whole, on the version that was read', async () => {
		const spy = recorded(stored());
		const form = renderEdit(spy.backend);
		await form.ready();
		await form.type(['phone', ''], ['address.line1', '2 MG Road']);
		await form.submit();
		expect(form.model().status).toBe('updated');
		const [call] = updates(spy.calls);
		expect(call?.args[1]).toEqual({
			phone: null,
			address: { line1: '2 MG Road', city: 'Mumbai', state: 'MH', postal_code: '400001', country: 'IN' },
		});
		expect((call?.args[2] as WriteOptions | undefined)?.ifVersion).toBeTypeOf('string');
		expect(form.model()).toMatchObject({ isDirty: false, values: { phone: '', address: { line1: '2 MG Road' } } });
		await form.type(['name', 'Again']);
		await form.submit();
		expect(form.model()).toMatchObject({ status: 'updated', saved: { name: 'Again' } });
	});

	it('calls nobody when nothing changed', async () => {
		const spy = recorded(stored());
		const onSuccess = vi.fn();
		const form = renderEdit(spy.backend, { onSuccess });
		await form.ready();
		await form.submit();
		expect(updates(spy.calls)).toHaveLength(0);
		expect(onSuccess).toHaveBeenCalledWith(expect.objectContaining({ id: 'cus_1' }), 'unchanged');
	});

	it('asks for a value where the backend cannot clear', async () => {
		const spy = recorded(memoryBackend({ customers: [person(1)], capabilities: { write: { clear: [] } } }));
		const form = renderEdit(spy.backend);
		await form.ready();
		await form.type(['name', '']);
		await form.submit();
		expect(form.model().fieldError('name')).toBe('Name is required.');
		expect(updates(spy.calls)).toHaveLength(0);
	});

	it('lets a fresher answer fill what nobody touched, and only that', async () => {
		const backend = stored();
		const form = renderEdit(backend);
		await form.ready();
		await form.type(['name', 'Mine']);
		await backend.update('cus_1', { phone: '+919876543211' }, { scope: '' });
		await act(() => form.model().stored.refetch());
		await waitFor(() => expect(form.model().values.phone).toBe('+919876543211'));
		expect(form.model().values.name).toBe('Mine');
		await form.submit();
		expect(await backend.get('cus_1', { scope: '' })).toMatchObject({ name: 'Mine', phone: '+919876543211' });
	});

	it('keeps a touched address whole when someone else changed another part of it', async () => {
		const backend = stored();
		const form = renderEdit(backend);
		await form.ready();
		await form.type(['address.line1', 'Mine']);
		await backend.update('cus_1', { address: { ...address, city: 'Pune', postal_code: '411001' } as object }, { scope: '' });
		await act(() => form.model().stored.refetch());
		await act(settle);
		expect(form.model().values.address).toMatchObject({ line1: 'Mine', city: 'Mumbai' });
		await form.submit();
		expect(form.model().status).toBe('conflict');
	});

	it('shows mine and theirs when someone else saved meanwhile, and saves the merge', async () => {
		const backend = stored();
		const form = renderEdit(backend);
		await form.ready();
		await form.type(['name', 'Mine'], ['phone', '+919876543212']);
		await backend.update('cus_1', { name: 'Theirs', phone: '+919876543211', email: 'theirs@example.com' }, { scope: '' });
		await form.submit();
		await waitFor(() => expect(form.model().status).toBe('conflict'));
		expect(form.model().conflict?.fields).toEqual([
			{ unit: 'name', mine: 'Mine', theirs: 'Theirs' },
			{ unit: 'phone', mine: '+919876543212', theirs: '+919876543211' },
		]);
		expect(form.model().values).toMatchObject({ name: 'Mine', phone: '+919876543212', email: 'theirs@example.com' });
		await act(() => form.model().conflict?.saveMerged({ phone: 'theirs' }) ?? Promise.resolve());
		expect(form.model()).toMatchObject({ status: 'updated', conflict: null, isDirty: false });
		expect(await backend.get('cus_1', { scope: '' })).toMatchObject({ name: 'Mine', phone: '+919876543211', email: 'theirs@example.com' });
	});

	it('can give in to theirs', async () => {
		const backend = stored();
		const form = renderEdit(backend);
		await form.ready();
		await form.type(['name', 'Mine']);
		await backend.update('cus_1', { name: 'Theirs' }, { scope: '' });
		await form.submit();
		await waitFor(() => expect(form.model().conflict).not.toBeNull());
		await act(async () => form.model().conflict?.takeTheirs());
		expect(form.model()).toMatchObject({ status: 'idle', isDirty: false, values: { name: 'Theirs' } });
	});

	it('says at the field that another customer has the email', async () => {
		const form = renderEdit(memoryBackend({ customers: [person(1), person(2)] }));
		await form.ready();
		await form.type(['email', 'person2@example.com']);
		await form.submit();
		expect(form.model().fieldError('email')).toBe('Another customer already uses this email.');
		expect(form.model()).toMatchObject({ status: 'invalid', error: null });
		await form.type(['email', 'person3@example.com']);
		expect(form.model().fieldError('email')).toBeUndefined();
	});

	it('keeps what was typed while saving', async () => {
		const gate = deferred<void>();
		const inner = stored();
		const form = renderEdit({ ...inner, update: (id, patch, options) => gate.promise.then(() => inner.update(id, patch, options)) });
		await form.ready();
		await form.type(['name', 'First']);
		const submitted = form.model().submit();
		await act(settle);
		await form.type(['phone', '+919876543219']);
		await act(async () => {
			gate.resolve();
			await submitted;
		});
		expect(form.model()).toMatchObject({ status: 'updated', isDirty: true, values: { name: 'First', phone: '+919876543219' } });
	});

	it('starts over on reset', async () => {
		const form = renderEdit(stored());
		await form.ready();
		await form.type(['name', 'Mine']);
		expect(form.model().isDirty).toBe(true);
		act(() => form.model().reset());
		expect(form.model()).toMatchObject({ isDirty: false, values: { name: 'Person 1' } });
	});
});
