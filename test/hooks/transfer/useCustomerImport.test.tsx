import { act, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { CustomerBackend } from '../../../src/index';
import { CustomerError, useCustomerImport, useCustomers } from '../../../src/index';
import { withFaults } from '../../../src/testing';
import { deferred, recorded, renderBelow } from '../setup';
import { csvOf, everyone, file, importing } from './importing';

/** UTF-16, the low byte first. */
const wide = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]);
const swapped = (bytes: number[]) => bytes.map((_, at) => bytes[at ^ 1]!);

describe('a file to import', () => {
	it.each([
		[
			'not_text',
			new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1]),
		],
		['not_text', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1])],
		['workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0])],
		['workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
		['too_large', new Uint8Array(25 * 1024 * 1024 + 1)],
		['too_many_rows', `email\n${'a@b.de\n'.repeat(50_001)}`],
		['no_rows', 'email,name\n\n,\n'],
		['no_rows', ''],
	])('is refused: %s', async (code, content) => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file(content)));
		expect(model().step).toBe('file');
		expect(model().fileProblem?.code).toBe(code);
		await act(() => model().chooseFile(file(csvOf(1))));
		expect(model()).toMatchObject({ step: 'columns', fileProblem: null });
	});

	it('of 50,000 rows is taken', async () => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file(`email\n${'a@b.de\n'.repeat(50_000)}`)));
		expect(model().rowCount).toBe(50_000);
	});

	it.each([
		['UTF-8', 'utf-8', [...new TextEncoder().encode('email,name\nz@example.com,Zoë Åström')]],
		['UTF-8 with its mark', 'utf-8', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('email,name\nz@example.com,Zoë Åström')]],
		['UTF-16 with its mark', 'utf-16le', [0xff, 0xfe, ...wide('email,name\nz@example.com,Zoë Åström')]],
		['UTF-16 without', 'utf-16le', wide('email,name\nz@example.com,Zoë Åström')],
		['UTF-16, the other way round', 'utf-16be', swapped([0xff, 0xfe, ...wide('email,name\nz@example.com,Zoë Åström')])],
		['UTF-16, the other way round, without', 'utf-16be', swapped(wide('email,name\nz@example.com,Zoë Åström'))],
		['Windows-1252', 'windows-1252', [...'email,name\nz@example.com,Zoë Åström'].map((letter) => letter.charCodeAt(0))],
	])('is read as it is stored: %s', async (_, encoding, bytes) => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file(new Uint8Array(bytes))));
		expect([model().format?.encoding, model().columns[1]?.samples]).toEqual([encoding, ['Zoë Åström']]);
	});

	it('is read where files have no arrayBuffer(), as in the jsdom of Jest', async () => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(Object.assign(file(csvOf(2)), { arrayBuffer: undefined })));
		expect(model()).toMatchObject({ step: 'columns', rowCount: 2 });
	});

	it('of an older encoding is read as is usual where its reader lives, until they say otherwise', async () => {
		const russian = new Uint8Array([...new TextEncoder().encode('email,name\na@example.com,'), 0xc0, 0xed, 0xed, 0xe0]);
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file(russian)));
		expect([model().format?.encoding, model().columns[1]?.samples]).toEqual(['windows-1252', ['Àííà']]);
		await act(() => model().readAs({ encoding: 'windows-1251' }));
		expect([model().format?.encoding, model().columns[1]?.samples]).toEqual(['windows-1251', ['Анна']]);
		expect(model().columns[0]?.field).toBe('email');
	});

	it('whose first row is a person already loses nobody', async () => {
		const { model, checked } = importing(memoryBackend());
		await checked('a@example.com;Asha Rao;India\nb@example.com;Ben Lee;Kenya');
		expect(model().format).toMatchObject({ headerRow: null, delimiter: ';' });
		expect(model().rows.map(({ number, input }) => [number, input])).toEqual([
			[1, { email: 'a@example.com', name: 'Asha Rao', address: { country: 'IN' } }],
			[2, { email: 'b@example.com', name: 'Ben Lee', address: { country: 'KE' } }],
		]);
	});

	it('has its column names found below a title and blank rows, and moved by whoever knows better', async () => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file('sep=;\nCustomers of the shop;;\n\nName, full;Email;Notes\n"Rao; Asha";a@example.com;x, y')));
		expect(model().format).toEqual({ encoding: 'utf-8', delimiter: ';', headerRow: 3 });
		expect(model().columns.map(({ header, samples }) => [header, samples])).toEqual([
			['Name, full', ['Rao; Asha']],
			['Email', ['a@example.com']],
			['Notes', ['x, y']],
		]);
		expect(model().top.map(({ number }) => number)).toEqual([1, 3, 4]);
		await act(() => model().readAs({ headerRow: null }));
		expect([model().rowCount, model().columns.map(({ header }) => header)]).toEqual([3, ['', '', '']]);
		await act(() => model().readAs({ headerRow: 3, delimiter: ',' }));
		expect(model().columns.map(({ header }) => header)).toEqual(['Name', 'full;Email;Notes']);
	});

	it('keeps everything where nobody is left in it as it is said to be written, and says so', async () => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file('email,name\na@example.com,Asha')));
		act(() => model().setField(1, null));
		const before = model();
		await act(() => model().readAs({ headerRow: 2 }));
		expect(model()).toMatchObject({ step: 'columns', columns: before.columns, format: before.format, fileProblem: { code: 'no_rows' } });
		// What came to nothing is not held to.
		await act(() => model().readAs({ encoding: 'windows-1252' }));
		expect(model()).toMatchObject({ format: { headerRow: 1, encoding: 'windows-1252' }, fileProblem: null });
	});

	it('finds out anew what nobody has said of it', async () => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file('Title;x\nemail|name\na@example.com|Asha')));
		expect(model().format).toMatchObject({ delimiter: '|', headerRow: 2 });
		await act(() => model().readAs({ delimiter: ';' }));
		expect(model().format?.headerRow).toBe(1);
		await act(() => model().readAs({ delimiter: '|' }));
		expect(model().format?.headerRow).toBe(2);
	});

	it('shows the first five people as they will be, anew for each change', async () => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file(`email,phone\n${'a@example.com,020 7946 0018\n'.repeat(9)}`)));
		await waitFor(() => expect(model().preview).toHaveLength(5));
		expect(model().preview[0]).toMatchObject({ number: 2, input: null, issues: [{ path: 'phone' }] });
		act(() => model().setDefaultCountry('GB'));
		await waitFor(() => expect(model().preview[0]?.input).toEqual({ email: 'a@example.com', phone: '+442079460018' }));
		act(() => model().setField(1, null));
		await waitFor(() => expect(model().preview[0]?.input).toEqual({ email: 'a@example.com' }));
	});

	it('has a whole name or its parts, never both', async () => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file('First name,Last name,Email\nAsha,Rao,a@example.com')));
		expect(model().columns.map(({ field }) => field)).toEqual(['name.first', 'name.last', 'email']);
		act(() => model().setField(0, 'name'));
		expect(model().columns.map(({ field }) => field)).toEqual(['name', null, 'email']);
		act(() => model().setField(1, 'name.last'));
		expect(model().columns.map(({ field }) => field)).toEqual([null, 'name.last', 'email']);
	});

	it('has its columns guessed, and each field once', async () => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file('Customer Email;Notes;Country\r\na@example.com;hello;India\r\n')));
		expect(model().columns.map(({ field }) => field)).toEqual(['email', null, 'address.country']);
		expect(model().columns[2]!.samples).toEqual(['India']);
		act(() => model().setField(1, 'email'));
		expect(model().columns.map(({ field }) => field)).toEqual([null, 'email', 'address.country']);
	});
});

describe('the dry run', () => {
	it('finds every problem row by row, and sends nothing', async () => {
		const { backend, count } = recorded(memoryBackend());
		const { model, checked } = importing(backend);
		await checked(
			['email,phone,country', 'a@example.com,098765 43210,India', 'none,12,Atlantis', 'A@EXAMPLE.com,,', '', 'b@example.com,,'].join('\n'),
		);
		expect(model().rows.map(({ number, state, duplicateOf }) => [number, state, duplicateOf])).toEqual([
			[2, 'ready', null],
			[3, 'problem', null],
			[4, 'duplicate', 2],
			[6, 'ready', null],
		]);
		expect(
			model()
				.rows[1]!.issues.map(({ path }) => path)
				.sort(),
		).toEqual(['address.country', 'email', 'phone']);
		expect(model().rows[0]!.input).toEqual({ email: 'a@example.com', phone: '+919876543210', address: { country: 'IN' } });
		expect(model().counts).toMatchObject({ ready: 2, problem: 1, duplicate: 1 });
		expect(count('create')).toBe(0);
	});

	it('names the rows of which it is not clear what is in which cell, and sends none of them', async () => {
		const { model, checked, rejectedRows } = importing(memoryBackend());
		await checked('email,name\na@example.com,Rao, Asha\nb@example.com,"Ben\nc@example.com,Cora,,\nd@example.com');
		expect(model().rows.map(({ number, state, unclear }) => [number, state, unclear])).toEqual([
			[2, 'problem', 'cells'],
			[3, 'problem', 'quotes'],
			[4, 'ready', undefined],
			[5, 'ready', undefined],
		]);
		expect(await rejectedRows()).toContain('a@example.com,Rao," Asha",');
	});

	it('takes columns that nothing names, where most rows have them', async () => {
		const { model } = importing(memoryBackend());
		await act(() => model().chooseFile(file('email,name\na@example.com,Asha,Pune\nb@example.com,Ben,Delhi')));
		expect(model().columns.map(({ header, field }) => [header, field])).toEqual([
			['email', 'email'],
			['name', 'name'],
			['', null],
		]);
	});

	it('lets a valid row in although a broken one above has the same email', async () => {
		const { model, checked } = importing(memoryBackend());
		await checked('email,phone\na@example.com,12\na@example.com,+919876543210');
		expect(model().rows.map(({ state }) => state)).toEqual(['problem', 'ready']);
	});

	it('can be done again with other columns or another country', async () => {
		const { model, checked } = importing(memoryBackend());
		await checked('email,phone\na@example.com,98765 43210');
		expect(model().rows[0]!.issues).toEqual([{ path: 'phone', code: 'phone_not_international' }]);
		act(() => model().editColumns());
		act(() => model().setDefaultCountry('IN'));
		await act(() => model().check());
		expect(model().rows[0]!.input?.phone).toBe('+919876543210');
	});
});

describe('an import', () => {
	it('creates whoever is new, four at a time, and leaves alone whoever is not', async () => {
		const memory = memoryBackend({ customers: [{ id: 'cus_1', email: 'P3@example.com', name: 'As it was' }], latencyMs: 1 });
		let under = 0;
		let most = 0;
		const create: CustomerBackend['create'] = async (...args) => {
			most = Math.max(most, ++under);
			try {
				return await memory.create(...args);
			} finally {
				under--;
			}
		};
		const { model, checked, run } = importing({ ...memory, create });
		await checked(csvOf(30));
		await run('done');
		expect(model().counts).toMatchObject({ created: 29, existing: 1, ready: 0 });
		expect(model().progress).toEqual({ done: 30, total: 30 });
		expect(most).toBe(4);
		expect(await everyone(memory)).toHaveLength(30);
		expect((await memory.get('cus_1')).name).toBe('As it was');
	});

	it('shows those it created in lists that are on screen', async () => {
		const backend = memoryBackend();
		const view = renderBelow({ backend }, () => ({ model: useCustomerImport(), list: useCustomers() }));
		await waitFor(() => expect(view.result.current.list.data?.data).toEqual([]));
		await act(() => view.result.current.model.chooseFile(file(csvOf(3))));
		await act(() => view.result.current.model.check());
		act(() => view.result.current.model.start());
		await waitFor(() => expect(view.result.current.list.data?.data).toHaveLength(3));
	});

	it('stops when the session ends, says so once, and goes on with the rest', async () => {
		const memory = memoryBackend();
		let signedIn = false;
		let creates = 0;
		const onUnauthenticated = vi.fn();
		const backend = withFaults(memory, ({ method }) =>
			method === 'create' && ++creates > 10 && !signedIn ? { error: 'unauthenticated' } : undefined,
		);
		const { model, checked, run } = importing(backend, { onUnauthenticated });
		await checked(csvOf(40));
		await run('stopped');
		expect(model().error?.code).toBe('unauthenticated');
		expect(model().counts).toMatchObject({ created: 10, ready: 30, failed: 0 });
		expect(onUnauthenticated).toHaveBeenCalledOnce();
		expect(creates).toBeLessThanOrEqual(14);
		signedIn = true;
		await run('done');
		expect(model().counts).toMatchObject({ created: 40, ready: 0 });
		expect(await everyone(memory)).toHaveLength(40);
	});

	it('makes nobody twice when answers are lost on the way', async () => {
		const { backend: memory, calls } = recorded(memoryBackend());
		const lost = new Set<string>();
		const backend = withFaults(memory, ({ method, args }) => {
			const { email } = args[0] as { email?: string };
			if (method !== 'create' || email === undefined || lost.has(email) || !/[0369]@/.test(email)) return undefined;
			lost.add(email);
			return { after: true, error: new CustomerError('timeout', { retryAfterMs: 0 }) };
		});
		const { model, checked, run } = importing(backend);
		await checked(csvOf(20));
		await run('done');
		expect(await everyone(memory)).toHaveLength(20);
		expect(lost.size).toBe(8);
		expect(model().counts.created).toBe(20);
		const keys = new Map<string, Set<unknown>>();
		for (const { method, args } of calls) {
			if (method !== 'create') continue;
			const [{ email }, { idempotencyKey }] = args as [{ email: string }, { idempotencyKey: string }];
			keys.set(email, (keys.get(email) ?? new Set()).add(idempotencyKey));
			expect(idempotencyKey).not.toContain(email);
		}
		expect([...keys.values()].every((tries) => tries.size === 1)).toBe(true);
		expect(new Set([...keys.values()].flatMap((tries) => [...tries])).size).toBe(20);
	});

	it('makes nobody again of a file that is chosen again, and says that they were there, also by somebody else on another page', async () => {
		const memory = memoryBackend();
		const { model, checked, run } = importing(memory);
		await checked(csvOf(5));
		await run('done');
		expect(model().counts).toMatchObject({ existing: 0, created: 5 });
		act(() => model().reset());
		await checked(csvOf(5));
		await run('done');
		expect(model().counts).toMatchObject({ existing: 5, created: 0 });
		const other = importing({ ...memory, create: (input, call) => memory.create(input, { scope: call?.scope ?? '' }) });
		await other.checked(csvOf(6));
		await other.run('done');
		expect(other.model().counts).toMatchObject({ existing: 5, created: 1 });
		expect(await everyone(memory)).toHaveLength(6);
	});

	it('that was cut off midway goes on with the same file after a reload, and makes nobody twice', async () => {
		const { backend: memory, count } = recorded(memoryBackend());
		let creates = 0;
		const { checked, run, model, unmount } = importing(
			withFaults(memory, ({ method }) => (method === 'create' && ++creates > 10 ? { after: true, error: 'offline' } : undefined)),
		);
		await checked(csvOf(30));
		await run('stopped');
		expect(model()).toMatchObject({ error: { code: 'offline' }, counts: { created: 10, ready: 20, failed: 0 } });
		// The answers that were lost are of customers that there are by now.
		expect((await everyone(memory)).length).toBeGreaterThan(10);
		unmount();
		const later = importing(memory);
		await later.checked(csvOf(30));
		await later.run('done');
		expect(later.model().counts).toMatchObject({ ready: 0, failed: 0 });
		expect(new Set(await everyone(memory)).size).toBe(30);
		expect(await everyone(memory)).toHaveLength(30);
		expect(count('create')).toBeGreaterThan(40);
	});

	it('sends of rows with the same email the first alone, however it is written', async () => {
		const { backend, calls } = recorded(memoryBackend());
		const { model, checked, run } = importing(backend);
		await checked('email,name\na@example.com,First\n A@EXAMPLE.COM ,Second\nb@bücher.example,One\nb@xn--bcher-kva.example,Two');
		await run('done');
		expect(model().rows.map(({ state, duplicateOf }) => [state, duplicateOf])).toEqual([
			['created', null],
			['duplicate', 2],
			['created', null],
			['duplicate', 4],
		]);
		const sent = calls.filter(({ method }) => method === 'create').map(({ args }) => (args[0] as { name: string }).name);
		expect(sent.sort()).toEqual(['First', 'One']);
	});

	it('waits as long as a rate limit asks for', async () => {
		const memory = memoryBackend();
		let creates = 0;
		const backend = withFaults(memory, ({ method }) =>
			method === 'create' && ++creates === 6 ? { error: new CustomerError('rate_limited', { retryAfterMs: 150 }) } : undefined,
		);
		const { model, checked, run } = importing(backend);
		await checked(csvOf(12));
		await run('paused');
		expect(model().resumesAt).toBeGreaterThan(Date.now() - 1000);
		await waitFor(() => expect(model().step).toBe('done'));
		expect(model().counts.created).toBe(12);
	});

	it('goes past a row that the server refuses, and tries it again when asked to', async () => {
		const memory = memoryBackend();
		let refuse = true;
		const issues = [{ path: 'name', code: 'too_long' } as const];
		const backend = withFaults(memory, ({ method, args }) =>
			method === 'create' && refuse && (args[0] as { email: string }).email === 'p1@example.com'
				? { error: new CustomerError('validation_failed', { issues }) }
				: undefined,
		);
		const { model, checked, run } = importing(backend);
		await checked(csvOf(4));
		await run('done');
		expect(model().counts).toMatchObject({ created: 3, failed: 1 });
		expect(model().rows[1]!.error?.issues).toEqual(issues);
		refuse = false;
		await run('done');
		await waitFor(() => expect(model().counts).toMatchObject({ created: 4, failed: 0 }));
	});

	it('stops after those on their way when asked to', async () => {
		const memory = memoryBackend();
		const gate = deferred<void>();
		let creates = 0;
		const create: CustomerBackend['create'] = async (...args) => {
			creates++;
			await gate.promise;
			return memory.create(...args);
		};
		const { model, checked, run } = importing({ ...memory, create });
		await checked(csvOf(20));
		act(() => model().start());
		await waitFor(() => expect(creates).toBe(4));
		act(() => model().stop());
		expect(model()).toMatchObject({ step: 'running', isStopping: true });
		gate.resolve();
		await waitFor(() => expect(model().step).toBe('stopped'));
		expect(model()).toMatchObject({ isStopping: false, error: null, counts: { created: 4, ready: 16 } });
		await run('done');
		expect(await everyone(memory)).toHaveLength(20);
	});

	it('of one user never goes on for the next, and keeps nothing in storage', async () => {
		const memory = memoryBackend();
		const gate = deferred<void>();
		let creates = 0;
		const create: CustomerBackend['create'] = async (...args) => {
			creates++;
			await gate.promise;
			return memory.create(...args);
		};
		const { model, checked, change } = importing({ ...memory, create }, { scope: 'asha' });
		await checked(csvOf(20));
		act(() => model().start());
		await waitFor(() => expect(creates).toBe(4));
		change({ scope: 'ravi' });
		gate.resolve();
		await waitFor(async () => expect(await everyone(memory, 'asha')).toHaveLength(4));
		expect(model()).toMatchObject({ step: 'file', rows: [], fileName: '' });
		expect(creates).toBe(4);
		expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
	});
});
