import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerError, CustomerImport } from '../../src/index';
import { withFaults } from '../../src/testing';
import { button, findButton, heading, noButton } from '../elements';
import { renderWith } from './renderWith';

const file = (text: string, name = 'customers.csv') => {
	const made = new File([text], name, { type: 'text/csv' });
	made.arrayBuffer ??= () => new Response(text).arrayBuffer();
	return made;
};
const rows = () =>
	within(screen.getByRole('table', { name: 'Rows of the file' }))
		.getAllByRole('row')
		.slice(1);
const texts = () =>
	rows().map((row) =>
		within(row)
			.getAllByRole('rowheader')
			.concat(within(row).getAllByRole('cell'))
			.map((cell) => cell.textContent),
	);
const shown = () => screen.getByRole('combobox', { name: 'Show' });
const many = (count: number) => ['email', ...Array.from({ length: count }, (_, at) => `p${at}@example.com`)].join('\n');

async function chosen(text: string, setup: Parameters<typeof renderWith>[1] = { backend: memoryBackend() }) {
	const view = renderWith(<CustomerImport />, setup);
	await view.user.upload(screen.getByLabelText(/Choose a CSV file/), file(text));
	return view;
}

async function checked(text: string, setup?: Parameters<typeof renderWith>[1]) {
	const view = await chosen(text, setup);
	await view.user.click(await findButton('Check the rows'));
	await screen.findByRole('table', { name: 'Rows of the file' });
	return view;
}

describe('the import panel', () => {
	it('says what is wrong with a file, and takes another', async () => {
		const { user } = await chosen('email\n\n');
		expect((await screen.findByRole('alert')).textContent).toContain('There are no rows in the file');
		await user.upload(screen.getByLabelText(/Choose a CSV file/), file('email\na@example.com'));
		expect(await findButton('Check the rows')).toBeDefined();
	});

	it('asks for the column with the email before it goes on', async () => {
		const { user } = await chosen('Contact,Full name\na@example.com,Asha');
		await user.click(await findButton('Check the rows'));
		expect(screen.getByRole('alert').textContent).toContain('Choose the column that holds the email');
		await user.selectOptions(screen.getByRole('combobox', { name: 'Contact becomes' }), 'Email');
		expect(screen.queryByRole('alert')).toBeNull();
		await user.click(button('Check the rows'));
		expect(await findButton('Create 1 customer')).toBeDefined();
	});

	it('lists every problem with its row and what the file says', async () => {
		await checked('email,phone,zip,country\nx,12,1,India\na@example.com,,,\nA@example.com,,,');
		expect(texts()).toEqual([
			[
				'2',
				'x',
				expect.stringMatching(
					/^Has problems.*Phone: This phone number is too short\.in the file: 12.*Email: .*in the file: x.*PIN code is not valid/,
				),
			],
			['4', 'A@example.com', 'DuplicateSame email as row 3.'],
		]);
		expect(button('Create 1 customer')).toBeDefined();
	});

	it('reads phones without a country code by the country chosen', async () => {
		const { user } = await chosen('email,phone\na@example.com,98765 43210');
		await user.selectOptions(await screen.findByRole('combobox', { name: 'Country of rows that name none' }), 'India');
		await user.click(button('Check the rows'));
		expect(await screen.findByText('No problems found.')).toBeDefined();
	});

	it('shows any number of problems, fifty at a time', async () => {
		const { user } = await checked(many(120).replaceAll('@', ' at '));
		expect(rows()).toHaveLength(50);
		expect(screen.getByText('1–50 of 120')).toBeDefined();
		await user.click(button('Next page'));
		await user.click(button('Next page'));
		expect(rows()).toHaveLength(20);
		expect(texts()[0]![0]).toBe('102');
		expect(button('Create 0 customers').getAttribute('aria-disabled')).toBe('true');
	});

	it('creates them, and says what became of each', async () => {
		const backend = memoryBackend({ customers: [{ id: 'cus_1', email: 'b@example.com' }] });
		const { user } = await checked('email\na@example.com\nb@example.com\nbroken', { backend });
		await user.click(button('Create 2 customers'));
		await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The import is finished.'));
		expect(texts().map(([, email, outcome]) => [email, outcome])).toEqual([
			['a@example.com', 'Created'],
			['b@example.com', 'Already a customer'],
			['broken', expect.stringContaining('Has problems')],
		]);
		await user.selectOptions(shown(), 'Created (1)');
		expect(rows()).toHaveLength(1);
		await user.click(button('Another file'));
		expect(screen.getByLabelText(/Choose a CSV file/)).toBeDefined();
	});

	it('tells why it stopped, and resumes', async () => {
		let creates = 0;
		const backend = withFaults(memoryBackend(), ({ method }) =>
			method === 'create' && ++creates === 3 ? { error: new CustomerError('unauthenticated', { requestId: 'req_1' }) } : undefined,
		);
		const { user } = await checked(many(10), { backend });
		await user.click(button('Create 10 customers'));
		const alert = await screen.findByRole('alert');
		expect(alert.textContent).toMatch(/The import has stopped\. \d of 10.*Your session has ended.*creates nobody twice.*req_1/);
		await user.click(button('Resume'));
		await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The import is finished.'));
		expect(noButton('Resume')).toBeNull();
	});

	it('hands out the rows left out, in the review and at the end, and only while there are any', async () => {
		const save = vi.fn<(file: Blob, name: string) => void>();
		const backend = memoryBackend();
		const { user, show } = renderWith(<CustomerImport save={save} />, { backend });
		await user.upload(screen.getByLabelText(/Choose a CSV file/), file('email\na@example.com\nbroken', 'people.csv'));
		await user.click(await findButton('Check the rows'));
		await user.click(await findButton('Download rows left out'));
		expect(save.mock.lastCall![1]).toBe('people-left-out.csv');
		await user.click(button('Create 1 customer'));
		await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The import is finished.'));
		await user.click(button('Download rows left out'));
		expect(save).toHaveBeenCalledTimes(2);
		show(<CustomerImport key="anew" save={save} />);
		await user.upload(screen.getByLabelText(/Choose a CSV file/), file('email\nb@example.com'));
		await user.click(await findButton('Check the rows'));
		await findButton('Create 1 customer');
		expect(noButton('Download rows left out')).toBeNull();
	});

	it('creates customers without an address that lacks something, when told so, and lists each of them', async () => {
		const backend = memoryBackend();
		const { user } = await checked('Email,Card Address Zip,Card Address Country\na@example.com,94105,US\nb@example.com,,', { backend });
		expect(button('Create 1 customer')).toBeDefined();
		await user.click(screen.getByRole('checkbox', { name: 'In 1 row only the address has problems: create that customer without it.' }));
		expect(screen.queryByText('No problems found.')).toBeNull();
		expect(texts().map(([, email, outcome]) => [email, outcome])).toEqual([
			['a@example.com', expect.stringMatching(/^ReadyWithout its address:.*Address line 1 is required/)],
		]);
		await user.click(button('Create 2 customers'));
		await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The import is finished.'));
		await user.selectOptions(shown(), 'Without address (1)');
		expect(texts()).toEqual([['2', 'a@example.com', expect.stringMatching(/^CreatedWithout its address:.*Address line 1 is required/)]]);
		expect((await backend.list({}, { scope: 'test' })).data.map(({ address }) => address)).toEqual([null, null]);
	});

	it('goes on after a fault with the same file, chosen again', async () => {
		let creates = 0;
		const memory = memoryBackend();
		const backend = withFaults(memory, ({ method }) =>
			method === 'create' && ++creates === 4 ? { after: true, error: new CustomerError('unauthenticated') } : undefined,
		);
		const { user } = await checked(many(10), { backend });
		await user.click(button('Create 10 customers'));
		await findButton('Resume');
		await user.click(button('Another file'));
		await user.upload(screen.getByLabelText(/Choose a CSV file/), file(many(10)));
		await user.click(await findButton('Check the rows'));
		await user.click(await findButton('Create 10 customers'));
		await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The import is finished.'));
		expect((await memory.list({}, { scope: 'test' })).data).toHaveLength(10);
	});

	it('moves the focus to its heading when a step replaces what was in focus', async () => {
		await chosen('email\na@example.com');
		await findButton('Check the rows');
		expect(document.activeElement).toBe(await heading('Import customers'));
	});

	it('moves the focus there, too, when the button that had it is gone', async () => {
		let creates = 0;
		const backend = withFaults(memoryBackend(), ({ method }) =>
			method === 'create' && ++creates === 3 ? { error: 'unauthenticated' } : undefined,
		);
		const { user } = await checked(many(10), { backend });
		const title = await heading('Import customers');
		for (const name of ['Create 10 customers', 'Resume']) {
			(await findButton(name)).focus();
			await user.keyboard('{Enter}');
			await waitFor(() => expect(noButton(name)).toBeNull());
			await waitFor(() => expect(document.activeElement).toBe(title));
		}
	});

	it('leaves the focus where it is beside it', async () => {
		await checked('email\na@example.com');
		const elsewhere = document.body.appendChild(document.createElement('input'));
		elsewhere.focus();
		button('Create 1 customer').click();
		await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The import is finished.'));
		expect(document.activeElement).toBe(elsewhere);
		elsewhere.remove();
	});

	it('leaves out what the backend keeps of nobody, however the column is called', async () => {
		const backend = memoryBackend({ capabilities: { keeps: ['name'] } });
		const { user } = await chosen('email,name,phone,city\na@example.com,Asha,+12025550123,Pune', { backend });
		await findButton('Check the rows');
		const phone = await screen.findByRole<HTMLSelectElement>('combobox', { name: /“phone”|phone/ });
		await waitFor(() => expect(phone.value).toBe(''));
		const offered = within(phone)
			.getAllByRole<HTMLOptionElement>('option')
			.map(({ value }) => value);
		expect(offered.filter((value) => /^(phone|address)/.test(value))).toEqual([]);
		expect(screen.queryByRole('combobox', { name: /country/i })).toBeNull();
		await user.click(button('Check the rows'));
		await user.click(await findButton('Create 1 customer'));
		await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The import is finished.'));
		expect((await backend.list({}, { scope: 'test' })).data).toMatchObject([
			{ email: 'a@example.com', name: 'Asha', phone: null, address: null },
		]);
	});

	it('offers nothing where customers cannot be created', async () => {
		renderWith(<CustomerImport />, { backend: memoryBackend({ capabilities: { write: { create: false } } }) });
		expect(await screen.findByText('Customers cannot be created here.')).toBeDefined();
		expect(screen.queryByLabelText(/Choose a CSV file/)).toBeNull();
	});

	it('warns before the page is closed, only while it creates', async () => {
		const backend = withFaults(memoryBackend(), ({ method }) => (method === 'create' ? { hang: true } : undefined));
		const { user } = await checked(many(2), { backend });
		const leave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
		expect(leave()).toBe(false);
		await user.click(button('Create 2 customers'));
		await findButton('Stop');
		expect(leave()).toBe(true);
	});

	describe('a rate limit', () => {
		/** What is said while three customers are created, the second after a wait. */
		async function limited(retryAfterMs: number) {
			let creates = 0;
			const backend = withFaults(memoryBackend(), ({ method }) =>
				method === 'create' && ++creates === 2 ? { error: new CustomerError('rate_limited', { retryAfterMs }) } : undefined,
			);
			const { user, show } = await checked(many(3), { backend });
			const region = screen.getByText('Checked', { exact: false, selector: '[role="status"]' });
			const heard: (string | null)[] = [];
			new MutationObserver(() => heard.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
			await user.click(button('Create 3 customers'));
			return { heard, show };
		}

		it('is said once, with the whole wait, while its seconds run on the page', async () => {
			const { heard, show } = await limited(60_000);
			await screen.findByText(/^The server is busy. Goes on in (?!60|59)\d+ s\.$/);
			await act(async () => show(<CustomerImport />));
			expect(heard.map((text) => text?.replace(/\s/g, ' '))).toEqual(['Creating customers…', 'The server is busy. Goes on in 60 s.']);
		});

		it('is not said where the wait would be over before the sentence is', async () => {
			const { heard } = await limited(1_000);
			await screen.findByText('The server is busy', { exact: false, selector: 'span' });
			await waitFor(() => expect(heard.at(-1)).toBe('The import is finished.'));
			expect(heard).toEqual(['Creating customers…', 'The import is finished.']);
		});
	});
});
