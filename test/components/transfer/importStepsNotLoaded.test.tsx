import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerImport, CustomersProvider } from '../../../src/index';
import { findButton } from '../../elements';

const network = vi.hoisted(() => ({ down: true }));
vi.mock('../../../src/components/transfer/importSteps', async (load) => {
	if (network.down) throw new Error('Failed to fetch dynamically imported module');
	return load();
});

it('says so where the steps cannot be loaded, and goes on with the same file once they can', async () => {
	const user = userEvent.setup();
	// Not below StrictMode, which asks for the steps twice at once: of two such the mock may fail one alone.
	render(
		<CustomersProvider backend={memoryBackend()}>
			<CustomerImport />
		</CustomersProvider>,
	);
	const chosen = new File(['email\na@example.com'], 'customers.csv', { type: 'text/csv' });
	chosen.arrayBuffer ??= () => new Response('email\na@example.com').arrayBuffer();
	// Without the click before it, which asks for the steps once more.
	fireEvent.change(screen.getByLabelText(/Choose a CSV file/), { target: { files: [chosen] } });
	expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached');
	network.down = false;
	await user.click(await findButton('Try again'));
	expect(await findButton('Check the rows')).toBeDefined();
	expect(screen.getByText(/customers\.csv/)).toBeDefined();
});
