import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { type Capabilities, type CustomerBackend, type CustomerChange, CustomerError, callHandler, type Grant } from '../../../src/server';
import { mount, problemOf, refusal } from '../request';

const asha = { email: 'asha@example.com', name: 'Asha Rao', phone: '+919876543210' };

/** Reads a stream of changes piece by piece. */
function reading(response: Response) {
	const reader = response.body!.getReader();
	const decoder = new TextDecoder();
	return {
		next: async () => decoder.decode((await reader.read()).value),
		ended: async () => {
			for (;;) if ((await reader.read()).done) return true;
		},
		leave: () => reader.cancel(),
	};
}

const dataOf = (text: string) => [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!) as CustomerChange);

describe('HEAD /changes', () => {
	it('is answered as GET is, without anybody who listens', async () => {
		const { ask, backend } = mount();
		let listening = 0;
		const { subscribe } = backend;
		backend.subscribe = (...call) => {
			listening++;
			return subscribe!(...call);
		};
		const response = await ask('/changes', { method: 'HEAD' });
		expect([response.status, response.headers.get('content-type'), response.body, listening]).toEqual([
			200,
			'text/event-stream; charset=utf-8',
			null,
			0,
		]);
		await (await ask('/changes')).body!.cancel();
		expect(listening).toBe(1);
	});
});

describe('GET /changes', () => {
	it('is a stream of ids that nobody in between keeps or compresses, and begins at once', async () => {
		const { ask, backend } = mount();
		const response = await ask('/changes');
		expect(response.status).toBe(200);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'no-store, no-transform',
			'x-accel-buffering': 'no',
			'x-content-type-options': 'nosniff',
		});
		const stream = reading(response);
		expect(await stream.next()).toMatch(/^retry: 2000\n: \w+\n\n$/);
		const { customer } = await backend.create(asha, { scope: 'a' });
		expect(await stream.next()).toBe(`id: 1\ndata: {"type":"created","id":"${customer.id}"}\n\n`);
		await backend.update(customer.id, { name: 'Asha Khan' }, { scope: 'a' });
		expect(await stream.next()).toBe(`id: 2\ndata: {"type":"updated","id":"${customer.id}"}\n\n`);
		await stream.leave();
	});

	it('copies no more than type and id of what a backend tells, and tells nothing that is no change', async () => {
		let tell: (change: CustomerChange) => void = () => {};
		const subscribe: CustomerBackend['subscribe'] = (onChange) => {
			tell = onChange;
			return () => {};
		};
		const { ask } = mount({ backend: { ...memoryBackend(), subscribe } });
		const stream = reading(await ask('/changes'));
		await stream.next();
		for (const wrong of [null, 'created', { type: 'deleted', id: 'cus_1' }, { type: 'created' }, { type: 'updated', id: 7 }])
			tell(wrong as unknown as CustomerChange);
		tell({ type: 'created', id: 'cus_1\n\ndata: {}', email: 'asha@example.com' } as CustomerChange);
		tell({ type: 'resync', name: 'Asha' } as unknown as CustomerChange);
		expect(await stream.next()).toBe('id: 1\ndata: {"type":"created","id":"cus_1\\n\\ndata: {}"}\n\n');
		expect(await stream.next()).toBe('id: 2\ndata: {"type":"resync"}\n\n');
		await stream.leave();
	});

	/** A stream, and what its backend tells by hand, on and on. */
	async function toldByHand(grant: Partial<Grant> = {}) {
		let tell: (change: CustomerChange) => void = () => {};
		const subscribe: CustomerBackend['subscribe'] = (onChange) => {
			tell = onChange;
			return () => {};
		};
		const { ask } = mount({ backend: { ...memoryBackend(), subscribe }, authorize: () => ({ allow: true, scope: 'a', ...grant }) });
		const response = await ask('/changes');
		return { response, tell: (id: string) => tell({ type: 'updated', id }), tellGap: () => tell({ type: 'resync' }) };
	}

	it('tells of a gap also whoever reaches only their own customer', async () => {
		const { response, tell, tellGap } = await toldByHand({ reach: 'own', me: 'cus_1' });
		const stream = reading(response);
		await stream.next();
		tell('cus_2');
		tellGap();
		expect(dataOf(await stream.next())).toEqual([{ type: 'resync' }]);
		await stream.leave();
	});

	it('goes on where a backend tells those who have left', async () => {
		const { response, tell } = await toldByHand();
		await response.body!.cancel();
		expect(() => tell('cus_1')).not.toThrow();
	});

	it('has 64 messages waiting at most, and nothing that was missed goes without saying, however fast it is read', async () => {
		const { response, tell } = await toldByHand();
		const reader = response.body!.getReader();
		const reads: ReturnType<typeof reader.read>[] = [];
		const read = () => void reads.push(reader.read());
		for (let at = 0; at < 100; at++) tell(`cus_${at}`);
		await new Promise(setImmediate);
		read();
		tell('cus_missed');
		read();
		tell('cus_later');
		for (let more = 0; more < 64; more++) read();
		const told = (await Promise.all(reads)).flatMap(({ value }) => dataOf(new TextDecoder().decode(value)));
		expect(told.findIndex(({ type }) => type === 'resync')).toBe(63);
		expect(told.slice(63)).toEqual([{ type: 'resync' }, { type: 'resync' }]);
		tell('cus_now');
		expect(dataOf(new TextDecoder().decode((await reader.read()).value))).toEqual([{ type: 'updated', id: 'cus_now' }]);
		await reader.cancel();
	});

	it('tells of the granted scope alone, and to whom reaches only their own customer of that one', async () => {
		const backend = memoryBackend();
		const own = (await backend.create(asha, { scope: 'a' })).customer;
		const { ask } = mount({ backend, authorize: () => ({ allow: true, scope: 'a', reach: 'own', me: own.id }) });
		const stream = reading(await ask('/changes'));
		await stream.next();
		await backend.create({ email: 'b@example.com' }, { scope: 'b' });
		const other = (await backend.create({ email: 'c@example.com' }, { scope: 'a' })).customer;
		await backend.update(other.id, { name: 'Other' }, { scope: 'a' });
		await backend.update(own.id, { name: 'Own' }, { scope: 'a' });
		expect(dataOf(await stream.next())).toEqual([{ type: 'updated', id: own.id }]);
		await stream.leave();
	});

	it('tells an EventSource that comes again of the gap', async () => {
		const { ask } = mount();
		const stream = reading(await ask('/changes', { headers: { 'Last-Event-ID': '7' } }));
		await stream.next();
		expect(dataOf(await stream.next())).toEqual([{ type: 'resync' }]);
		await stream.leave();
	});

	it.each<[string, Grant | null, number, string]>([
		['nobody', null, 401, 'unauthenticated'],
		['who may not listen', { allow: true, scope: 'a', actions: ['list', 'get'] }, 403, 'forbidden'],
		['who may not read ids', { allow: true, scope: 'a', fields: { read: ['name'] } }, 403, 'forbidden'],
	])('is refused to %s, and off in the capabilities', async (_who, grant, status, code) => {
		const { ask } = mount({ authorize: () => grant });
		expect(await problemOf(await ask('/changes'))).toMatchObject({ status, code });
		if (grant) expect(((await (await ask('/capabilities')).json()) as Capabilities).live).toBe(false);
	});

	it('is for whoever may read ids, if nothing else', async () => {
		const { ask } = mount({ authorize: () => ({ allow: true, scope: 'a', fields: { read: ['id'] } }) });
		const response = await ask('/changes');
		expect(response.status).toBe(200);
		await response.body!.cancel();
	});

	it.each<[string, CustomerBackend]>([
		['says that it tells nothing', memoryBackend({ capabilities: { live: false } })],
		['has no way to subscribe', { ...memoryBackend(), subscribe: undefined as never }],
	])('is not supported where the backend %s', async (_what, backend) => {
		const { ask } = mount({ backend });
		expect(await refusal(await ask('/changes'))).toBe('501 not_supported =not_supported');
	});

	it('is told by authorize from all other actions, takes no query, and nothing but to be read', async () => {
		const actions: string[] = [];
		const { ask } = mount({
			authorize: (_request, { action }) => {
				actions.push(action);
				return { allow: true, scope: 'a' };
			},
		});
		await (await ask('/changes')).body!.cancel();
		expect(actions).toEqual(['changes']);
		expect((await ask('/changes?scope=b')).status).toBe(400);
		const post = await ask('/changes', { json: {} });
		expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
	});

	it('is refused to a foreign page', async () => {
		const { ask } = mount();
		expect((await ask('/changes', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
	});

	it('cannot go through a call, which would wait for its end for ever', async () => {
		const { handler } = mount();
		const call = callHandler(handler, { method: 'GET', path: '/changes', headers: {}, body: null }, { origin: 'https://shop.test' });
		await expect(call).rejects.toThrow(TypeError);
	});
});

describe('a stream of changes over time', () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		expect(vi.getTimerCount()).toBe(0);
		vi.useRealTimers();
	});

	/** How many listen to a backend. */
	function counted() {
		const right = memoryBackend();
		let listening = 0;
		const subscribe: CustomerBackend['subscribe'] = (...args) => {
			listening++;
			const stop = right.subscribe!(...args);
			return () => {
				listening--;
				stop();
			};
		};
		return { backend: { ...right, subscribe }, listening: () => listening };
	}

	it('shows that it lives every 25 seconds, outlives every deadline, and leaves nothing behind', async () => {
		const { backend, listening } = counted();
		const { ask, errors } = mount({ backend, deadlineMs: 1000 });
		const stream = reading(await ask('/changes'));
		await stream.next();
		for (let beats = 0; beats < 20; beats++) {
			await vi.advanceTimersByTimeAsync(25_000);
			expect(await stream.next()).toMatch(/^: .*\n\n$/);
		}
		expect(listening()).toBe(1);
		await stream.leave();
		expect(listening()).toBe(0);
		expect(errors).toEqual([]);
	});

	it('is not left open for a caller that goes away as the backend begins to tell', async () => {
		const { backend, listening } = counted();
		const caller = new AbortController();
		const subscribe: CustomerBackend['subscribe'] = (...args) => {
			caller.abort();
			return backend.subscribe(...args);
		};
		const { ask, errors } = mount({ backend: { ...backend, subscribe } });
		const stream = reading(await ask('/changes', { signal: caller.signal }));
		expect(await stream.ended()).toBe(true);
		expect([listening(), errors]).toEqual([0, []]);
	});

	it('that cannot begin is refused as the backend says, and takes nobody’s place', async () => {
		const subscribe = () => {
			throw new CustomerError('upstream_unavailable');
		};
		const { ask, errors } = mount({
			backend: { ...memoryBackend(), subscribe },
			authorize: () => ({ allow: true, scope: 'a', actor: 'asha' }),
		});
		for (let at = 0; at <= 50; at++) expect((await ask('/changes')).status).toBe(503);
		expect(errors).toHaveLength(51);
	});

	it('ends when its caller goes away, which is no failure', async () => {
		const { backend, listening } = counted();
		const { ask, errors } = mount({ backend });
		const caller = new AbortController();
		const stream = reading(await ask('/changes', { signal: caller.signal }));
		caller.abort();
		expect(await stream.ended()).toBe(true);
		expect(listening()).toBe(0);
		expect(errors).toEqual([]);
	});

	it.each<[string, Grant | null]>([
		['is signed out', null],
		['is refused everything', { allow: false, scope: 'a' }],
		['may no longer listen', { allow: true, scope: 'a', actions: ['get'] }],
		['belongs to another scope', { allow: true, scope: 'b' }],
		['reaches no others any more', { allow: true, scope: 'a', reach: 'own' }],
		['may no longer read ids', { allow: true, scope: 'a', fields: { read: ['name'] } }],
		['is another customer', { allow: true, scope: 'a', me: 'cus_2' }],
	])('ends within five minutes once whoever listens %s', async (_what, later) => {
		let grant: Grant | null = { allow: true, scope: 'a' };
		const { backend, listening } = counted();
		const { ask, errors } = mount({ backend, authorize: () => grant });
		const stream = reading(await ask('/changes'));
		await vi.advanceTimersByTimeAsync(300_000);
		expect(listening()).toBe(1);
		grant = later;
		await vi.advanceTimersByTimeAsync(299_999);
		expect(listening()).toBe(1);
		await vi.advanceTimersByTimeAsync(1);
		expect(await stream.ended()).toBe(true);
		expect([listening(), errors]).toEqual([0, []]);
	});

	it('goes on where whoever listens may do less, but this still', async () => {
		let grant: Grant = { allow: true, scope: 'a' };
		const { backend, listening } = counted();
		const { ask, errors } = mount({ backend, authorize: () => grant });
		const stream = reading(await ask('/changes'));
		grant = { ...grant, actions: ['changes'], fields: { read: ['id'] } };
		await vi.advanceTimersByTimeAsync(300_000);
		expect([listening(), errors]).toEqual([1, []]);
		await stream.leave();
	});

	/** A stream whose listener is being asked again who they are, without an answer. */
	async function askedAgain(options: { deadlineMs?: number; signal?: AbortSignal }) {
		const { backend, listening } = counted();
		let hangs = false;
		const authorize = () => (hangs ? new Promise<never>(() => {}) : { allow: true, scope: 'a' });
		const { ask, errors } = mount({ backend, authorize, ...(options.deadlineMs && { deadlineMs: options.deadlineMs }) });
		const stream = reading(await ask('/changes', { ...(options.signal && { signal: options.signal }) }));
		hangs = true;
		await vi.advanceTimersByTimeAsync(300_000);
		expect(listening()).toBe(1);
		return { stream, listening, errors };
	}

	it('ends where authorize does not answer in time, and says so to the host', async () => {
		const { stream, listening, errors } = await askedAgain({ deadlineMs: 5000 });
		await vi.advanceTimersByTimeAsync(5000);
		expect(await stream.ended()).toBe(true);
		expect(listening()).toBe(0);
		expect(errors).toMatchObject([{ code: 'upstream_timeout' }]);
	});

	it('does not begin anew where the server closes while authorize is asked again', async () => {
		const closing = new AbortController();
		let answer = () => {};
		let asked = 0;
		const grant = { allow: true, scope: 'a' };
		const authorize = () => {
			if (asked++ === 0) return grant;
			return new Promise<Grant>((resolve) => {
				answer = () => resolve(grant);
			});
		};
		const { ask, errors } = mount({ authorize, closing: closing.signal });
		const stream = reading(await ask('/changes'));
		await vi.advanceTimersByTimeAsync(300_000);
		closing.abort();
		answer();
		await vi.advanceTimersByTimeAsync(0);
		expect(await stream.ended()).toBe(true);
		expect([asked, vi.getTimerCount(), errors]).toEqual([2, 0, []]);
	});

	it('ends without a word for whoever leaves while authorize is asked again', async () => {
		const caller = new AbortController();
		const { stream, listening, errors } = await askedAgain({ signal: caller.signal });
		caller.abort();
		expect(await stream.ended()).toBe(true);
		await vi.advanceTimersByTimeAsync(0);
		expect([listening(), errors]).toEqual([0, []]);
	});

	it('ends where authorize fails, and says so to the host', async () => {
		let fails = false;
		const { ask, errors } = mount({
			authorize: () => {
				if (fails) throw new Error('no sessions');
				return { allow: true, scope: 'a' };
			},
		});
		const stream = reading(await ask('/changes'));
		fails = true;
		await vi.advanceTimersByTimeAsync(300_000);
		expect(await stream.ended()).toBe(true);
		expect(errors).toHaveLength(1);
	});

	it('keeps little for a slow reader, who is told of the gap, and lets go of one who reads nothing', async () => {
		const { backend, listening } = counted();
		const { ask } = mount({ backend });
		const stream = reading(await ask('/changes'));
		for (let at = 0; at < 1000; at++) await backend.create({ email: `${at}@example.com` }, { scope: 'a' });
		let text = '';
		while (!text.includes('resync')) text += await stream.next();
		expect(dataOf(text).length).toBeLessThan(100);
		const { customer } = await backend.create(asha, { scope: 'a' });
		while (!text.includes(customer.id)) text += await stream.next();
		for (let at = 0; at < 1000; at++) await backend.update(customer.id, { name: `Asha ${at}` }, { scope: 'a' });
		await vi.advanceTimersByTimeAsync(50_000);
		expect(listening()).toBe(0);
		expect(await stream.ended()).toBe(true);
	});

	it('is one of 50 an actor at most, and another’s place is not taken by that', async () => {
		let actor = 'asha';
		const { ask } = mount({ authorize: () => ({ allow: true, scope: 'a', actor }) });
		const open = await Promise.all(Array.from({ length: 50 }, () => ask('/changes')));
		const refused = await ask('/changes');
		expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
		actor = 'bo';
		open.push(await ask('/changes'));
		expect(open.map(({ status }) => status)).toEqual(Array(51).fill(200));
		await open.shift()!.body!.cancel();
		actor = 'asha';
		open.push(await ask('/changes'));
		expect(open.at(-1)!.status).toBe(200);
		expect((await ask('/changes')).status).toBe(429);
		for (const { body } of open) await body!.cancel();
		const again = await Promise.all(Array.from({ length: 50 }, () => ask('/changes')));
		expect(again.map(({ status }) => status)).toEqual(Array(50).fill(200));
		for (const { body } of again) await body!.cancel();
	});

	it('is one of many where no grant says who listens', async () => {
		const { ask } = mount();
		const open = await Promise.all(Array.from({ length: 60 }, () => ask('/changes')));
		expect(open.map(({ status }) => status)).toEqual(Array(60).fill(200));
		for (const { body } of open) await body!.cancel();
	});

	it('ends when the server is about to close, which takes no more of them', async () => {
		const closing = new AbortController();
		const { backend, listening } = counted();
		const { ask } = mount({ backend, closing: closing.signal });
		const stream = reading(await ask('/changes'));
		closing.abort();
		expect(await stream.ended()).toBe(true);
		expect(listening()).toBe(0);
		const refused = await ask('/changes');
		expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
	});
});
