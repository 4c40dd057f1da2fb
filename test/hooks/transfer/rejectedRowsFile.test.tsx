import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerError } from '../../../src/index';
import { withFaults } from '../../../src/testing';
import { locales } from '../../../stories/locales';
import { everyone, file, importing } from './importing';

const lines = (csv: string) => csv.replace('\ufeff', '').trimEnd().split('\r\n');

describe('the rows left out', () => {
	it('are saved as they came, with the reason behind, for the spreadsheet that the file came from', async () => {
		const { checked, rejectedRows, save } = importing(memoryBackend());
		await checked(
			[
				'Email;Notes;Phone',
				'a@example.com;fine;+919876543210',
				'b at example;"=HYPERLINK(""x"")";\'+919876543210',
				'A@example.com;"two; notes";+919876543210;one too many',
				'c@example.com',
				';;+1',
			].join('\n'),
		);
		expect(lines(await rejectedRows())).toEqual([
			'Email;Notes;Phone;;Why it was left out',
			'b at example;"\'=HYPERLINK(""x"")";"\'+919876543210";;Email: Enter an email address like name@example.com.',
			'A@example.com;"two; notes";"\'+919876543210";one too many;"It has more cells than there are columns, so it is not clear which belongs where."',
			`;;"'+1";;Phone: This phone number is too short. Email is required.`,
		]);
		expect(save.mock.lastCall![1]).toBe('customers-left-out.csv');
	});

	it.each(Object.values(locales))('can be mended and imported, with the reasons in the words of $code', async (locale) => {
		const memory = memoryBackend();
		const { model, checked, run, rejectedRows } = importing(memory, { locale });
		await checked('Full name,E-Mail\nAsha,asha@example.com\nRavi,ravi at example.com\nMeera,meera at example.com');
		await run('done');
		const first = await rejectedRows();
		expect(lines(first)[0]).toBe(`Full name,E-Mail,${locale.imports.reason}`);
		await checked(first.replace('ravi at', 'ravi@').replace('@ example', '@example'));
		expect(model().columns.map(({ field }) => field)).toEqual(['name', 'email', null]);
		expect(model().counts).toMatchObject({ ready: 1, problem: 1 });
		await run('done');
		expect((await everyone(memory)).sort()).toEqual(['asha@example.com', 'ravi@example.com']);
		// The reasons of the time before make room for those of this time.
		expect(lines(await rejectedRows())).toEqual(lines(first).filter((line) => !line.startsWith('Ravi')));
	});

	it('are those that failed too, with what the server says', async () => {
		const error = new CustomerError('validation_failed', {
			issues: [{ path: 'name', code: 'too_long', params: { max: 5 } }],
			requestId: 'req_7',
		});
		const backend = withFaults(memoryBackend(), ({ method, args }) =>
			method === 'create' && (args[0] as { email: string }).email === 'b@example.com' ? { error } : undefined,
		);
		const { checked, run, rejectedRows } = importing(backend);
		await checked('email,name\na@example.com,Asha\nb@example.com,Bhavana');
		await run('done');
		const [, row, ...more] = lines(await rejectedRows());
		expect(row).toMatch(/^b@example\.com,Bhavana,.*at most 5.*req_7$/);
		expect(more).toEqual([]);
	});

	it('hold no row twice or too many when the file is checked again', async () => {
		const { model, rejectedRows } = importing(memoryBackend());
		await act(() => model().chooseFile(file('email\nx\ny')));
		await act(() => model().check());
		act(() => model().editColumns());
		await act(() => model().check());
		expect(lines(await rejectedRows())).toHaveLength(3);
	});
});
