import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerExport, type CustomerExportProps } from '../../src/index';
import { en } from '../../src/locales/en';
import { hi } from '../../src/locales/hi';
import { withFaults } from '../../src/testing';
import { button, findButton, noButton } from '../elements';
import { people } from '../people';
import { textOf } from '../textOf';
import { renderWith } from './renderWith';

const choice = (name: string | RegExp) => screen.getByRole('radio', { name });
const said = () => screen.getByRole('status').textContent;

async function opened(props: Partial<CustomerExportProps> = {}, setup: Parameters<typeof renderWith>[1] = {}) {
	const save = vi.fn<(file: Blob, name: string) => void>();
	const view = renderWith(<CustomerExport save={save} {...props} />, setup);
	await view.user.click(button('Export'));
	await screen.findByRole('group', { name: 'Export CSV' });
	return { ...view, save };
}

describe('the export button', () => {
	it('offers what is selected first, then the page, then everyone', async () => {
		await opened({ request: { limit: 20 }, selection: ['cus_1', 'cus_2'] });
		expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
			'2 selected',
			'This page',
			'All customers',
			expect.stringContaining('For spreadsheets'),
			expect.stringContaining('For other programs'),
		]);
		expect(choice('2 selected')).toHaveProperty('checked', true);
	});

	it('says that all means all that match, once the table is narrowed', async () => {
		await opened({ request: { query: 'asha' } });
		expect(choice('All that match')).toHaveProperty('checked', true);
	});

	it('saves the selection in the columns of the table, and says how many', async () => {
		const { user, save } = await opened({ selection: ['cus_3', 'cus_1'], columns: ['id', 'email'], fileName: 'mine.csv' });
		await user.click(choice(/^For other programs/));
		await user.click(button('Export CSV'));
		await waitFor(() => expect(said()).toBe('2 customers exported.'));
		expect(save).toHaveBeenCalledWith(expect.any(Blob), 'mine.csv');
		expect(save.mock.calls[0]![0].size).toBe('id,email\r\ncus_3,person3@example.com\r\ncus_1,person1@example.com\r\n'.length);
	});

	it('parts cells as spreadsheets in the reader’s language take them, until told otherwise', async () => {
		const { user, save } = await opened({ selection: ['cus_3'], columns: ['id', 'email'] }, { locale: { ...en, code: 'de' } });
		const parted = screen.getByRole('combobox', { name: 'Columns are separated by' });
		expect(parted).toHaveProperty('value', ';');
		await user.click(choice(/^For other programs/));
		expect(parted).toHaveProperty('value', ',');
		await user.selectOptions(parted, 'Tab');
		await user.click(button('Export CSV'));
		await waitFor(() => expect(save).toHaveBeenCalledOnce());
		expect(await textOf(save.mock.calls[0]![0])).toBe('id\temail\r\ncus_3\tperson3@example.com\r\n');
	});

	it('offers the columns of the table where a file can have any of them', async () => {
		const { show } = await opened({ columns: ['id'] });
		expect(screen.getByRole('checkbox', { name: 'Only the columns shown' })).toHaveProperty('checked', true);
		show(<CustomerExport columns={[]} />);
		expect(screen.queryByRole('checkbox')).toBeNull();
	});

	it('shows how far it is, and can be cancelled without a file', async () => {
		let pages = 0;
		const backend = withFaults(memoryBackend({ customers: people(250) }), ({ method }) =>
			method === 'list' && ++pages > 1 ? { hang: true } : undefined,
		);
		const { user, save } = await opened({}, { backend });
		await user.click(button('Export CSV'));
		expect(await screen.findByText('100 customers so far…')).toBeDefined();
		expect(said()).toBe('Preparing the file…');
		await user.click(button('Cancel'));
		await waitFor(() => expect(said()).toBe('Cancelled. No file was saved.'));
		expect(noButton('Cancel')).toBeNull();
		expect(save).not.toHaveBeenCalled();
		expect(document.activeElement).toBe(button('Export CSV'));
	});

	it('says that nothing was saved when it fails, and why', async () => {
		const backend = withFaults(memoryBackend(), ({ method }) => (method === 'list' ? { error: 'forbidden' } : undefined));
		const { user, save } = await opened({}, { backend });
		await user.click(button('Export CSV'));
		await waitFor(() => expect(said()).toBe('The export broke off. No file was saved. You do not have permission to do that.'));
		expect(save).not.toHaveBeenCalled();
		expect(button('Export CSV')).toBeDefined();
	});

	it('puts no heading into the page, which knows the level of its own', async () => {
		await opened();
		expect(screen.queryAllByRole('heading')).toEqual([]);
	});

	it('closes on Escape, with the focus where it was, and on a click elsewhere', async () => {
		const { user } = await opened();
		await user.tab();
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('group', { name: 'Export CSV' })).toBeNull();
		expect(document.activeElement).toBe(button('Export'));
		await user.keyboard('{Enter}');
		expect(within(screen.getByRole('group', { name: 'Export CSV' })).getAllByRole('radio')).not.toHaveLength(0);
		await user.click(document.body);
		expect(noButton('Export CSV')).toBeNull();
	});

	it('downloads the file when the host does not take it', async () => {
		const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
		const make = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:made');
		const { user } = renderWith(<CustomerExport fileName="all.csv" />);
		await user.click(button('Export'));
		await user.click(await findButton('Export CSV'));
		await waitFor(() => expect(click).toHaveBeenCalledOnce());
		expect(click.mock.contexts[0]).toMatchObject({ download: 'all.csv', href: 'blob:made' });
		click.mockRestore();
		make.mockRestore();
	});

	it('speaks the reader’s language', async () => {
		const { user } = renderWith(<CustomerExport />, { locale: hi });
		await user.click(button('एक्सपोर्ट'));
		expect(choice('सभी ग्राहक')).toHaveProperty('checked', true);
	});
});
