import { act } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useCustomerForm } from '../../../src/index';
import { backendOf, recorded, renderBelow, settle } from '../setup';

it('says that the server is out of reach where what saves cannot be loaded, keeps what was typed, and tries again', async () => {
	const load = vi.fn(() => {
		throw new TypeError('Failed to fetch dynamically imported module');
	});
	vi.doMock('../../../src/hooks/form/customerFormSender', load);
	const { backend, count } = recorded(backendOf(0));
	const onError = vi.fn();
	const { result } = renderBelow({ backend, onError }, () => useCustomerForm());
	await act(async () => {
		result.current.change('email', 'asha@example.com');
		// What is asked for while it is still being loaded would not be mocked.
		await vi.waitFor(() => expect(load).toHaveBeenCalledOnce(), 10_000);
		await settle();
	});
	await act(() => result.current.submit());
	expect(result.current).toMatchObject({ status: 'failed', error: { code: 'unreachable' }, values: { email: 'asha@example.com' } });
	expect(onError).toHaveBeenCalledOnce();
	expect(count('create')).toBe(0);

	vi.doUnmock('../../../src/hooks/form/customerFormSender');
	await act(() => result.current.submit());
	expect(result.current).toMatchObject({ status: 'created', saved: { email: 'asha@example.com' } });
	expect(count('create')).toBe(1);
});

it('sends nothing of a former user where what saves comes after another has signed in', async () => {
	let come = () => {};
	const comes = new Promise<void>((resolve) => {
		come = resolve;
	});
	vi.doMock('../../../src/hooks/form/customerFormSender', async (original) => {
		await comes;
		return original();
	});
	vi.resetModules();
	const { backend, count } = recorded(backendOf(0));
	const { result, change } = renderBelow({ backend, scope: 'a' }, () => useCustomerForm({ defaultValues: { email: 'asha@example.com' } }));
	let submitted: Promise<void> | undefined;
	await act(async () => {
		submitted = result.current.submit();
		await settle();
	});
	change({ scope: 'b' });
	await act(async () => {
		come();
		await submitted;
	});
	expect(count('create')).toBe(0);
	vi.doUnmock('../../../src/hooks/form/customerFormSender');
});
