import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';

test('the first country is named while the page rests, and not once a form is asked for', async () => {
	const resting: (() => void)[] = [];
	vi.stubGlobal('requestIdleCallback', (rest: () => void) => resting.push(rest));
	const named = vi.spyOn(Intl.DisplayNames.prototype, 'of');

	const [{ CustomerForm }, { CustomersProvider }, { memoryBackend }, { QueryClient }] = await Promise.all([
		import('../../../src/components/CustomerForm'),
		import('../../../src/hooks/CustomersProvider'),
		import('../../../src/backends/memory'),
		import('@tanstack/react-query'),
	]);
	expect(named).not.toHaveBeenCalled();
	for (const rest of resting) rest();
	expect(named).toHaveBeenCalledOnce();

	await act(async () =>
		render(
			<CustomersProvider queryClient={new QueryClient()} backend={memoryBackend()}>
				<CustomerForm defaultCountry="IN" />
			</CustomersProvider>,
		),
	);
	screen.getByRole('button', { name: /India/ });
	expect(named).toHaveBeenCalledOnce();
});
