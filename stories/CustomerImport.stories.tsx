import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type CustomerBackend, CustomerError, CustomerImport } from '../src/index';
import { withFaults } from '../src/testing';
import { said } from './said';

const own = [
	'id,email,name,phone,address.line1,address.city,address.state,address.postal_code,address.country,created',
	'cus_1,asha@example.com,Asha Verma,"\'+919876543210",221 MG Road,Pune,MH,411005,IN,2026-01-02T00:00:00Z',
	'cus_2,liam@example.com,Liam Byrne,+35316711633,4 Dame Street,Dublin,,D02 XY45,IE,2026-01-01T00:00:00Z',
].join('\r\n');

const stripe = [
	'id,Description,Email,Name,Phone,Created (UTC),Card Address Line1,Card Address City,Card Address State,Card Address Zip,Card Address Country',
	'cus_A,Gold plan,asha@example.com,Asha Verma,098765 43210,2026-01-02 10:00,221 MG Road,Pune,Maharashtra,411005,India',
	'cus_B,,no email,Ravi Kumar,12345,2026-01-02 10:01,1 Brigade Road,Bengaluru,Karnataka,56000,India',
	'cus_C,,ASHA@example.com,Asha V,,2026-01-02 10:02,,,,,',
	'cus_D,,jo@example.com,Jo March,(202) 555-0142,2026-01-02 10:03,1600 Pennsylvania Ave,Washington,DC,20500,USA',
].join('\n');

const cards = [
	'id,Description,Email,Name,Created (UTC),Card Address Line1,Card Address City,Card Address State,Card Address Country,Card Address Zip',
	'cus_E,,kim@example.com,Kim Lee,2026-01-02 10:04,,,,US,94105',
	'cus_F,,eva@example.com,Eva Novak,2026-01-02 10:05,,,,CZ,110 00',
	'cus_G,,nobody,,2026-01-02 10:06,,,,,',
	'cus_H,,sam@example.com,Sam Cole,2026-01-02 10:07,,,,,',
].join('\n');

const many = ['email,name', ...Array.from({ length: 120 }, (_, at) => `person${at}@example.com,Person ${at}`)].join('\n');

const csv = (text: string, name = 'customers.csv') => new File([text], name, { type: 'text/csv' });
const empty = () => memoryBackend({ latencyMs: 5 });
const failing = (plan: (creates: number) => { error: CustomerError } | { hang: true } | undefined) => () => {
	let creates = 0;
	return withFaults(empty(), ({ method }) => (method === 'create' ? plan(++creates) : undefined));
};

/** Customers from a file: our own export, Stripe’s, or any other CSV. Nothing is sent before every row was checked and shown. */
const meta = {
	title: 'CustomerImport',
	component: CustomerImport,
	parameters: { backend: empty },
} satisfies Meta<typeof CustomerImport>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const check = said((locale) => locale.imports.check);
const create = said((locale) => locale.imports.create);
const resume = said((locale) => locale.imports.resume);
const done = said((locale) => locale.imports.done);

async function choose({ canvas, userEvent }: Play, text: string, name?: string) {
	await userEvent.upload(canvas.getByLabelText(/CSV/), csv(text, name));
}

async function checkRows(play: Play, text: string) {
	await choose(play, text);
	await play.userEvent.click(await play.canvas.findByRole('button', { name: check }));
}

export const ChooseFile: Story = {
	play: async ({ canvas }) => {
		await expect(await canvas.findByLabelText(/CSV/)).toBeEnabled();
	},
};

/** A workbook: it says so, and how to save it right. */
export const WrongFile: Story = {
	play: async ({ canvas, userEvent }) => {
		const workbook = new File([new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0])], 'kunden.xlsx.csv');
		await userEvent.upload(canvas.getByLabelText(/CSV/), workbook);
		await expect(await canvas.findByRole('alert')).toHaveTextContent(/UTF-8/);
	},
};

/** A title above the names of the columns, semicolons and an older encoding: all of it found out, shown, and to be changed. */
export const UnderstoodFile: Story = {
	play: async ({ canvas, userEvent }) => {
		const text = 'Customers of the shop;;;\n;;;\nVorname;Name;E-Mail;Ort\nZoë;Ström;zoe@example.com;Köln\nJo;March;jo@example.com;Ulm';
		const file = new File([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], 'kunden.csv');
		await userEvent.upload(canvas.getByLabelText(/CSV/), file);
		// The older encoding is not in the file: that of the reader's language is taken, until they say otherwise.
		const encoding = await canvas.findByRole('combobox', { name: said(({ imports }) => imports.encoding) });
		await userEvent.selectOptions(encoding, 'windows-1252');
		await expect(canvas.getByRole('combobox', { name: said(({ imports }) => imports.delimiter) })).toHaveValue(';');
		await expect(canvas.getByRole('combobox', { name: said(({ imports }) => imports.headerRow) })).toHaveValue('3');
		await expect(await canvas.findByRole('cell', { name: /zoe@example.com.*Zoë Ström/ })).toBeVisible();
	},
};

/** Cells that no column has, and a quotation mark that does not match: such rows are named, and never sent. */
export const UnclearRows: Story = {
	play: async (play) => {
		await checkRows(play, 'email,name\na@example.com,Rao, Asha\nb@example.com,"Ben\nc@example.com,Cora Lind');
		await expect(await play.canvas.findByText(said(({ imports }) => imports.unclear.cells))).toBeVisible();
		await expect(play.canvas.getByText(said(({ imports }) => imports.unclear.quotes))).toBeVisible();
	},
};

/** Stripe’s columns are known; others are left out or chosen by hand. */
export const Columns: Story = {
	play: async (play) => {
		await choose(play, stripe, 'stripe-customers.csv');
		await expect(await play.canvas.findByRole('combobox', { name: /Card Address Zip/ })).toHaveValue('address.postal_code');
		await expect(play.canvas.getByRole('combobox', { name: /Description/ })).toHaveValue('');
	},
};

/** Every problem, row by row, with what the file says there. */
export const DryRun: Story = {
	play: async (play) => {
		await checkRows(play, stripe);
		await expect(await play.canvas.findByRole('button', { name: create })).toBeEnabled();
		await expect(play.canvas.getByText('12345')).toBeVisible();
		await expect(play.canvas.getByText('56000')).toBeVisible();
	},
};

/** Cards have a postal code and a country at most: the customers can be created without. The rest is left out, and can be downloaded. */
export const AddressesOfCards: Story = {
	play: async (play) => {
		await checkRows(play, cards);
		const withoutThem = await play.canvas.findByRole('checkbox');
		await expect(play.canvas.getByText('kim@example.com')).toBeVisible();
		await play.userEvent.click(withoutThem);
		await expect(withoutThem).toBeChecked();
		await expect(play.canvas.getByRole('button', { name: said((locale) => locale.imports.downloadRejectedRows) })).toBeVisible();
	},
};

/** Our own export comes back as it was. */
export const Import: Story = {
	play: async (play) => {
		await checkRows(play, own);
		await play.userEvent.click(await play.canvas.findByRole('button', { name: create }));
		await waitFor(() => expect(play.canvas.getAllByText(done)[0]).toBeVisible());
		await expect(play.canvas.getByText('asha@example.com')).toBeVisible();
	},
};

/** Someone is a customer already: nothing about them changes. */
export const Existing: Story = {
	parameters: {
		backend: (): CustomerBackend => memoryBackend({ customers: [{ id: 'cus_9', email: 'asha@example.com', name: 'Asha' }] }),
	},
	play: Import.play,
};

export const Running: Story = {
	parameters: { backend: failing((creates) => (creates > 60 ? { hang: true } : undefined)) },
	play: async (play) => {
		await checkRows(play, many);
		await play.userEvent.click(await play.canvas.findByRole('button', { name: create }));
		await waitFor(() => expect(play.canvas.getByRole('progressbar')).toHaveAttribute('value', '60'));
	},
};

/** A rate limit: it waits as long as the server asks for, and then goes on by itself. */
export const RateLimited: Story = {
	parameters: {
		backend: failing((creates) => (creates > 30 ? { error: new CustomerError('rate_limited', { retryAfterMs: 60_000 }) } : undefined)),
	},
	play: async (play) => {
		await checkRows(play, many);
		await play.userEvent.click(await play.canvas.findByRole('button', { name: create }));
		const waits = said((locale) => locale.imports.paused);
		await expect(await play.canvas.findByText(waits, { ignore: '[role=status]' })).toBeVisible();
		await expect(play.canvas.getByRole('status')).toHaveTextContent(waits);
	},
};

/** The session ends midway; after signing in again the rest is created, and nobody twice. */
export const StoppedAndResumed: Story = {
	parameters: {
		backend: failing((creates) => (creates === 51 ? { error: new CustomerError('unauthenticated') } : undefined)),
	},
	play: async (play) => {
		await checkRows(play, many);
		await play.userEvent.click(await play.canvas.findByRole('button', { name: create }));
		await expect(await play.canvas.findByRole('alert')).toHaveTextContent(/50/);
		await play.userEvent.click(play.canvas.getByRole('button', { name: resume }));
		await waitFor(() => expect(play.canvas.getAllByText(done)[0]).toBeVisible());
	},
};

/** Stopped, as it is seen. */
export const Stopped: Story = {
	parameters: { backend: failing((creates) => (creates > 50 ? { error: new CustomerError('offline') } : undefined)) },
	play: async (play) => {
		await checkRows(play, many);
		await play.userEvent.click(await play.canvas.findByRole('button', { name: create }));
		await expect(await play.canvas.findByRole('button', { name: resume })).toBeVisible();
	},
};

/** The server refuses one row: the others go in, and that one can be tried again. */
export const OneFails: Story = {
	parameters: {
		backend: failing((creates) =>
			creates === 2 ? { error: new CustomerError('internal_error', { requestId: 'req_4f9c2a71' }) } : undefined,
		),
	},
	play: async (play) => {
		await checkRows(play, own);
		await play.userEvent.click(await play.canvas.findByRole('button', { name: create }));
		await expect(await play.canvas.findByText(/req_4f9c2a71/)).toBeVisible();
		await play.userEvent.click(await play.canvas.findByRole('button', { name: said((locale) => locale.imports.retryFailed) }));
		await waitFor(() => expect(play.canvas.queryByText(/req_4f9c2a71/)).toBeNull());
	},
};

export const ReadOnly: Story = {
	parameters: { backend: () => memoryBackend({ capabilities: { write: { create: false, update: false, clear: [] } } }) },
	play: async ({ canvas }) => {
		await expect(await canvas.findByText(said(({ imports }) => imports.notPossible))).toBeVisible();
		await expect(canvas.queryByLabelText(/CSV/)).toBeNull();
	},
};

export const Narrow: Story = { ...Columns, name: 'Narrow (320 px)', tags: ['look'], parameters: { narrow: true } };

export const Hindi: Story = { ...DryRun, tags: ['look'], globals: { locale: 'hi' } };

export const Arabic: Story = { ...DryRun, name: 'Arabic (RTL)', tags: ['look'], globals: { locale: 'ar' } };

export const Dark: Story = { ...DryRun, tags: ['look'], globals: { theme: 'dark' } };

/** A backend that keeps no phones and addresses: nothing of the file becomes one. */
export const NotKept: Story = {
	parameters: { backend: () => memoryBackend({ latencyMs: 5, capabilities: { keeps: ['name'] } }) },
	play: async (play) => {
		await choose(play, own);
		const { canvas } = play;
		await canvas.findByRole('button', { name: check });
		await waitFor(() => expect(canvas.getByRole('combobox', { name: /phone/ })).toHaveValue(''));
		await expect(canvas.getByRole('combobox', { name: /email/ })).toHaveValue('email');
	},
};
