import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { AuditEvent, Customer, CustomerBackend, CustomersHandlerOptions } from '../../../src/server';
import { CustomerError } from '../../../src/server';
import { mount, problemOf, refusal } from '../request';

const address = { line1: '1 "A" St', line2: null, city: 'Pune, MH', state: 'MH', postal_code: '411001', country: 'IN' };
const customers = [
	{ id: 'cus_1', email: 'a@example.com', name: '=HYPERLINK("x")', phone: '+919876543210', address, created: '2026-01-02T00:00:00Z' },
	{ id: 'cus_2', email: 'b@example.com', name: 'Zoë\nStar', phone: null, created: '2026-01-01T00:00:00Z' },
];
const body = (mode: 'spreadsheet' | 'data', more = {}) => ({ json: { request: {}, format: 'csv', mode, ...more } });
const named = (name: string) => mount({ backend: memoryBackend({ customers: [{ id: 'cus_1', name }] }) });

afterEach(() => void vi.useRealTimers());

describe('an export', () => {
	it('is CSV with the field names as header, for programs', async () => {
		const response = await mount({ backend: memoryBackend({ customers }) }).ask('/export', body('data'));
		expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
		expect(response.headers.get('content-disposition')).toBe('attachment; filename="customers.csv"');
		expect(await response.text()).toBe(
			'id,email,name,phone,address.line1,address.line2,address.city,address.state,address.postal_code,address.country,created\r\n' +
				`cus_1,a@example.com,"'=HYPERLINK(""x"")",+919876543210,"1 ""A"" St",,"Pune, MH",MH,411001,IN,2026-01-02T00:00:00Z\r\n` +
				'cus_2,b@example.com,"Zoë\nStar",,,,,,,,2026-01-01T00:00:00Z\r\n',
		);
	});

	it('is for spreadsheets with a BOM and phones as text, in the columns asked for', async () => {
		const response = await mount({ backend: memoryBackend({ customers }) }).ask(
			'/export',
			body('spreadsheet', { columns: ['phone', 'address'] }),
		);
		const bytes = new Uint8Array(await response.arrayBuffer());
		expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(new TextDecoder().decode(bytes)).toBe(`phone,address\r\n"'+919876543210","1 ""A"" St, Pune, MH, MH, 411001, IN"\r\n,\r\n`);
	});

	it('has the delimiter asked for', async () => {
		for (const [delimiter, row] of [
			[';', '"Pune, MH";"1 ""A"" St"'],
			['\t', '"Pune, MH"\t"1 ""A"" St"'],
			[undefined, '"Pune, MH","1 ""A"" St"'],
		] as const) {
			const columns = ['address.city', 'address.line1'];
			const response = await mount({ backend: memoryBackend({ customers: [customers[0]!] }) }).ask(
				'/export',
				body('data', { columns, delimiter }),
			);
			expect(await response.text()).toBe(`${columns.join(delimiter ?? ',')}\r\n${row}\r\n`);
		}
		const refused = await mount({ backend: memoryBackend() }).ask('/export', body('data', { delimiter: '|' }));
		expect(await problemOf(refused)).toMatchObject({ status: 422, errors: [{ pointer: '/delimiter' }] });
	});

	it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\nx', ' =1', '＝1', '＋1', '－1', '＠x', '+919876543210'])(
		'makes %j text',
		async (name) => {
			for (const mode of ['data', 'spreadsheet'] as const) {
				const text = await (await named(name).ask('/export', body(mode, { columns: ['name'] }))).text();
				expect(text).toBe(`name\r\n"'${name}"\r\n`);
			}
		},
	);

	it('has the columns that the backend can fill, unless others are asked for', async () => {
		const { ask } = mount({ backend: memoryBackend({ customers: [{ id: 'cus_1', name: 'Asha' }], capabilities: { keeps: ['name'] } }) });
		expect(await (await ask('/export', body('data'))).text()).toMatch(/^id,email,name,created\r\n/);
		expect(await (await ask('/export', body('data', { columns: ['phone'] }))).text()).toBe('phone\r\n\r\n');
	});

	it('walks every page, filtered and sorted, holding one at a time', async () => {
		const memory = memoryBackend({
			customers: Array.from({ length: 25 }, (_, at) => ({ id: `cus_${at}`, name: `n${String(at).padStart(2, '0')}` })),
		});
		let pages = 0;
		const list: CustomerBackend['list'] = (...args) => {
			pages++;
			return memory.list(...args);
		};
		const { ask } = mount({ backend: { ...memory, list } });
		const response = await ask('/export', body('data', { request: { sort: '-name', limit: 10 }, columns: ['name'] }));
		expect(pages).toBe(1);
		const reader = response.body!.getReader();
		await reader.read();
		expect(pages).toBe(1);
		let rest = '';
		for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) rest += new TextDecoder().decode(chunk.value);
		expect(rest.trim().split('\r\n')).toEqual(Array.from({ length: 15 }, (_, at) => `n${String(14 - at).padStart(2, '0')}`));
		expect(pages).toBe(3);
		const found = await ask('/export', body('data', { request: { query: 'n07' }, columns: ['name'] }));
		expect(await found.text()).toBe('name\r\nn07\r\n');
	});

	it('ends in a line break once it is whole, and nowhere before', async () => {
		const pages: [ids: string[], next: string | null][] = [
			[['cus_1', 'cus_2'], 'a'],
			[[], 'b'],
			[['cus_3'], 'c'],
			[[], null],
		];
		const whole = memoryBackend({ customers: ['cus_1', 'cus_2', 'cus_3'].map((id) => ({ id })) });
		const list: CustomerBackend['list'] = async ({ after }) => {
			const [ids, next] = pages[after === undefined ? 0 : ' abc'.indexOf(after)]!;
			return { data: await Promise.all(ids.map((id) => whole.get(id))), next, previous: null };
		};
		const response = await mount({ backend: { ...whole, list } }).ask('/export', body('data', { columns: ['id'] }));
		const chunks: string[] = [];
		for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) chunks.push(chunk);
		expect(chunks).toEqual(['id\r\ncus_1\r\ncus_2', '\r\ncus_3', '\r\n']);
	});

	it('fails as a problem before the first byte, and breaks the stream after it', async () => {
		const memory = memoryBackend({ customers });
		const list =
			(fails: number): CustomerBackend['list'] =>
			(request, options) =>
				request.after === undefined && fails > 0
					? memory.list(request, options)
					: Promise.reject(new CustomerError('upstream_unavailable', { message: 'secret' }));
		const before = mount({ backend: { ...memory, list: list(0) } });
		expect(await refusal(await before.ask('/export', body('data')))).toBe('503 upstream_unavailable');
		const after = mount({ backend: { ...memory, list: list(1) } });
		const response = await after.ask('/export', body('data', { request: { limit: 1 } }));
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow('The export broke off.');
		expect([before.errors.length, after.errors.length]).toEqual([1, 1]);
	});

	it('has the deadline for each chunk, not while nobody reads', async () => {
		const memory = memoryBackend({ customers });
		let signal: AbortSignal | undefined;
		const list: CustomerBackend['list'] = (request, options) => {
			signal = options?.signal;
			return request.after === undefined ? memory.list(request, options) : new Promise(() => {});
		};
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const { ask, errors } = mount({ deadlineMs: 30, backend: { ...memory, list } });
		const response = await ask('/export', body('data', { request: { limit: 1 } }));
		await vi.advanceTimersByTimeAsync(60);
		expect(signal?.aborted).toBe(false);
		const ended = expect(response.text()).rejects.toThrow();
		for (let turn = 0; turn < 2000 && !signal?.aborted; turn++) {
			await new Promise(setImmediate);
			await vi.advanceTimersByTimeAsync(1);
		}
		await ended;
		expect(signal?.aborted).toBe(true);
		expect(errors).toMatchObject([{ code: 'upstream_timeout' }]);
	});

	describe('whose caller goes away', () => {
		/** An export of two pages, the first of which has been `sent`; `hangs` at the second one. */
		async function begun({ hangs = false, sent = true, caller }: { hangs?: boolean; sent?: boolean; caller?: AbortSignal } = {}) {
			const memory = memoryBackend({ customers });
			const signals: AbortSignal[] = [];
			const list: CustomerBackend['list'] = (request, options) => {
				signals.push(options!.signal!);
				return hangs && request.after !== undefined ? new Promise(() => {}) : memory.list(request, options);
			};
			const told: unknown[] = [];
			const onError: CustomersHandlerOptions['onError'] = (_, { action, code, status }) => told.push({ action, code, status });
			const { ask } = mount({ backend: { ...memory, list }, onError });
			const response = await ask('/export', { ...body('data', { request: { limit: 1 } }), ...(caller && { signal: caller }) });
			const reader = response.body!.getReader();
			if (sent) await reader.read();
			return { reader, told, signals };
		}
		const gone = [{ action: 'export', code: 'aborted', status: 499 }];

		it('between two chunks stops asking the backend, and says so once', async () => {
			const { reader, told, signals } = await begun();
			expect(told).toEqual([]);
			await reader.cancel();
			expect([signals.length, signals[0]!.aborted, told]).toEqual([1, true, gone]);
		});

		it('is told of too where the server gives the stream up and nobody reads it again', async () => {
			const caller = new AbortController();
			const { reader, told } = await begun({ caller: caller.signal });
			caller.abort();
			expect(told).toEqual(gone);
			await expect(reader.read()).rejects.toThrow();
			expect(told).toEqual(gone);
		});

		it('is told of too where nothing of it was ever read', async () => {
			const caller = new AbortController();
			const { reader, told } = await begun({ sent: false, caller: caller.signal });
			caller.abort();
			expect(told).toEqual(gone);
			await reader.cancel();
			expect(told).toEqual(gone);
		});

		it('while a page is asked for is told of once, however many signs of it there are', async () => {
			const caller = new AbortController();
			const { reader, told, signals } = await begun({ hangs: true, caller: caller.signal });
			const reading = reader.read().catch(() => {});
			await vi.waitFor(() => expect(signals).toHaveLength(2), 10_000);
			caller.abort();
			await reader.cancel().catch(() => {});
			await reading;
			await new Promise((resolve) => setTimeout(resolve));
			expect([signals[1]!.aborted, told]).toEqual([true, gone]);
		});

		it('after the last chunk has missed nothing, so that nothing is told', async () => {
			const caller = new AbortController();
			const { reader, told } = await begun({ caller: caller.signal });
			while (!(await reader.read()).done);
			caller.abort();
			await reader.cancel();
			expect(told).toEqual([]);
		});
	});

	it('is ended where nobody has read it for two minutes, and not for one', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const { ask, errors } = mount({ backend: memoryBackend({ customers }) });
		const response = await ask('/export', body('data', { request: { limit: 1 } }));
		await vi.advanceTimersByTimeAsync(60_000);
		const reader = response.body!.getReader();
		expect((await reader.read()).done).toBe(false);
		await vi.advanceTimersByTimeAsync(119_000);
		expect(errors).toEqual([]);
		await vi.advanceTimersByTimeAsync(1_000);
		await expect(reader.read()).rejects.toThrow();
		expect(errors).toMatchObject([{ code: 'aborted' }]);
	});

	it('is one of a hundred that an actor may have open, or a scope without actors, and of ten where three hundred are open in all', async () => {
		const backend = { ...memoryBackend({ customers }) };
		const { ask } = mount({
			backend,
			authorize: (request) => ({ allow: true, scope: 'a', ...JSON.parse(request.headers.get('x-actor')!) }),
		});
		const open = (who: object) =>
			ask('/export', {
				...body('data', { request: { limit: 1 } }),
				headers: { 'Content-Type': 'application/json', 'X-Actor': JSON.stringify(who) },
			});
		const one = { actor: 'one' };
		const held = await Promise.all(Array.from({ length: 100 }, () => open(one)));
		expect(new Set(held.map(({ status }) => status))).toEqual(new Set([200]));
		const refused = await open(one);
		expect([await refusal(refused), refused.headers.get('retry-after')]).toEqual(['429 rate_limited', '60']);
		expect((await open({ actor: 'other' })).status).toBe(200);
		// Each that ends makes room for one, however it ends.
		await held[0]!.text();
		await held[1]!.body!.cancel();
		held.push(await open(one), await open(one));
		expect(held.slice(-2).map(({ status }) => status)).toEqual([200, 200]);
		expect((await open(one)).status).toBe(429);
		await held[2]!.body!.cancel();
		const { list } = backend;
		backend.list = async () => Promise.reject(new CustomerError('upstream_unavailable'));
		for (let turn = 0; turn < 3; turn++) expect((await open(one)).status).toBe(503);
		backend.list = list;
		expect((await open(one)).status).toBe(200);
		await Promise.all(Array.from({ length: 100 }, () => open({})));
		expect((await open({})).status).toBe(429);
		await Promise.all(Array.from({ length: 99 }, () => open({ actor: 'third' })));
		const late = await Promise.all(Array.from({ length: 11 }, () => open({ actor: 'late' })));
		expect(late.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
		expect((await open({ actor: 'third' })).status).toBe(429);
		await Promise.all(held.slice(3, 14).map(({ body }) => body!.cancel()));
		expect((await open({ actor: 'third' })).status).toBe(200);
	});

	it('never walks in circles', async () => {
		const backend = { ...memoryBackend(), list: async () => ({ data: [] as Customer[], next: 'again', previous: null }) };
		const { ask, errors } = mount({ backend });
		await expect((await ask('/export', body('data'))).text()).rejects.toThrow();
		expect(errors).toMatchObject([{ code: 'bad_upstream_response' }]);
	});

	it.each([
		[{ columns: [] }, '/columns=too_few'],
		[{ columns: ['name', 'name'] }, '/columns/1=duplicate'],
		[{ columns: ['name', 'version'] }, '/columns/1=not_one_of'],
		[{ columns: Array(51).fill('name') }, '/columns=too_many'],
		[{ format: 'xlsx' }, '/format=not_one_of'],
		[{ format: undefined }, '/format=required'],
		[{ mode: undefined }, '/mode=required'],
		[{ mode: 'csv' }, '/mode=not_one_of'],
		[{ columns: ['name', 7] }, '/columns/1=invalid_type'],
		[{ columns: 'name' }, '/columns=invalid_type'],
		[{ request: { limit: 101 } }, '/request/limit=out_of_range'],
		[{ request: { total: 'exact' } }, '/request/total=not_supported'],
		[{ request: undefined }, '/request=invalid_type'],
		[{ request: { limit: 0, before: 'x' } }, '/request/limit=out_of_range /request/before=not_supported'],
		[{ rows: 5 }, '/rows=unknown_field'],
	])('is checked: %j', async (change, wanted) => {
		expect(await refusal(await mount().ask('/export', body('data', change)))).toBe(`422 validation_failed ${wanted}`);
	});

	it('is of pages as large as the backend takes, or as they are asked for', async () => {
		const asked = async (request: object, maxLimit: number) => {
			const memory = memoryBackend({ customers, capabilities: { paging: { maxLimit } } });
			const limits: unknown[] = [];
			const list: CustomerBackend['list'] = (given, options) => {
				limits.push(given.limit);
				return memory.list(given, options);
			};
			const response = await mount({ backend: { ...memory, list } }).ask('/export', body('data', { request }));
			await response.text();
			return limits;
		};
		expect(await asked({ total: 'none' }, 7)).toEqual([7]);
		expect(await asked({ limit: 5 }, 7)).toEqual([5]);
		expect(await asked({ limit: 1 }, 7)).toEqual([1, 1]);
		expect(
			await refusal(
				await mount({ backend: memoryBackend({ capabilities: { paging: { maxLimit: 7 } } }) }).ask(
					'/export',
					body('data', { request: { limit: 8 } }),
				),
			),
		).toBe('422 validation_failed /request/limit=out_of_range');
	});

	it('holds what its reader may see, and refuses what else is asked for', async () => {
		const backend = memoryBackend({ customers: { a: customers } });
		const { ask } = mount({ backend, authorize: () => ({ allow: true, scope: 'a', fields: { read: ['id', 'email', 'address'] } }) });
		const text = await (await ask('/export', body('data'))).text();
		expect(text.split('\r\n')[0]).toBe(
			'id,email,address.line1,address.line2,address.city,address.state,address.postal_code,address.country',
		);
		expect(text).not.toMatch(/Zoë|98765/);
		expect(await refusal(await ask('/export', body('data', { columns: ['email', 'name', 'address.city', 'phone'] })))).toBe(
			'403 forbidden /columns/1=forbidden /columns/3=forbidden',
		);
		expect(await refusal(await ask('/export', body('data', { request: { sort: 'name' }, columns: ['email'] })))).toBe(
			'403 forbidden /request/sort=forbidden',
		);
	});

	it('is audited once it leaves, by the fields that are in it', async () => {
		const events: AuditEvent[] = [];
		const { ask } = mount({ backend: memoryBackend({ customers: { a: customers } }), onAudit: (event) => events.push(event) });
		const columns = ['address.city', 'name', 'address.country'];
		expect((await ask('/export', body('data', { columns: ['version'] }))).status).toBe(422);
		const response = await ask('/export', body('data', { columns, request: { limit: 1 } }));
		await response.text();
		const requestId = response.headers.get('x-request-id');
		const who = { requestId, at: expect.any(String), scope: 'a', actor: undefined };
		expect(events).toStrictEqual([{ ...who, action: 'export', outcome: 'exported', fields: ['address', 'name'] }]);
	});

	it('refuses what the backend does not offer, naming it', async () => {
		const backend = memoryBackend({
			capabilities: { search: false, filter: { country: false }, sort: ['-created'], paging: { backward: false, total: [] } },
		});
		const { ask } = mount({ backend });
		const request = { query: 'x', country: ['IN'], sort: 'name' };
		const pointers = async (response: Response) => (await problemOf(response)).errors?.map(({ pointer }) => pointer);
		expect(await pointers(await ask('/export', body('data', { request })))).toEqual([
			'/request/query',
			'/request/country',
			'/request/sort',
		]);
		expect(await pointers(await ask('/search', { json: { ...request, before: 'x', total: 'exact' } }))).toEqual([
			'/query',
			'/country',
			'/sort',
			'/before',
			'/total',
		]);
		expect((await ask('/?sort=name')).status).toBe(501);
		const unexported = mount({ backend: memoryBackend({ capabilities: { export: false } }) });
		expect(await refusal(await unexported.ask('/export', body('data')))).toBe('501 not_supported =not_supported');
	});
});
