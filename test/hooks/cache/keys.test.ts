import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { customerKey, scopeKey } from '../../../src/hooks/cache/customerKey';
import { createIdempotencyKeys } from '../../../src/hooks/cache/idempotencyKeys';
import { isList, listedCustomer, listsOf, pagesOf } from '../../../src/hooks/cache/lists';
import { dropFormerScopes, enterScope, isKeyOfScope, keepPreviousData } from '../../../src/hooks/cache/scopes';
import { CustomerError, customerQueries } from '../../../src/index';
import { people, person } from '../../people';

describe('what is tried again', () => {
	it('has the key of its input until that has succeeded, whatever the order of its fields', async () => {
		const withKey = createIdempotencyKeys();
		const lost = async (input: object) => {
			let key = '';
			const call = (idempotencyKey: string) => {
				key = idempotencyKey;
				throw new CustomerError('timeout');
			};
			await expect(withKey(input, call)).rejects.toMatchObject({ code: 'timeout' });
			return key;
		};
		const key = await lost({ a: 1, b: 2 });
		expect(key).toMatch(/^[0-9a-f]{32}$/);
		expect(await lost({ b: 2, a: 1 })).toBe(key);
		const other = await lost({ a: 2 });
		expect(other).not.toBe(key);
		expect(await withKey({ b: 2, a: 1 }, (idempotencyKey) => idempotencyKey)).toBe(key);
		expect(await lost({ a: 1, b: 2 })).not.toBe(key);
		expect(await lost({ a: 2 })).toBe(other);
	});
});

describe('the cache key', () => {
	const backend = memoryBackend();

	it('begins with the kit and the scope, whatever it is of', () => {
		const source = { backend, scope: 'ann' };
		expect(scopeKey('ann')).toEqual(['proyecta-customers', 'ann']);
		expect(customerKey('ann', 'update', 'cus_1')).toEqual(['proyecta-customers', 'ann', 'update', 'cus_1']);
		expect(customerQueries.list(source, { query: ' x ', limit: 20 }).queryKey).toEqual([
			'proyecta-customers',
			'ann',
			'list',
			{ query: 'x' },
		]);
		expect(customerQueries.list({ backend }).queryKey).toEqual(['proyecta-customers', '', 'list', {}]);
		expect(customerQueries.infinite(source, { query: 'x', after: 'y', before: 'z' } as object).queryKey).toEqual([
			'proyecta-customers',
			'ann',
			'infinite',
			{ query: 'x' },
		]);
		expect(customerQueries.infinite({ backend }).queryKey).toEqual(['proyecta-customers', '', 'infinite', {}]);
		expect(customerQueries.detail(source, 'cus_1').queryKey).toEqual(['proyecta-customers', 'ann', 'detail', 'cus_1']);
		expect(customerQueries.detail({ backend }, 'cus_1').queryKey).toEqual(['proyecta-customers', '', 'detail', 'cus_1']);
		expect(customerQueries.capabilities(source).queryKey).toEqual(['proyecta-customers', 'ann', 'capabilities']);
		expect(customerQueries.capabilities({ backend }).queryKey).toEqual(['proyecta-customers', '', 'capabilities']);
	});

	it('asks in its scope, and for the page after the last one', async () => {
		const own = memoryBackend({ customers: { ann: people(3), bob: [person(9)] } });
		const client = new QueryClient();
		const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
		const source = { backend: own, scope: 'ann' };
		expect(ids((await client.fetchQuery(customerQueries.list(source, { limit: 2 }))).data)).toEqual(['cus_1', 'cus_2']);
		expect((await client.fetchQuery(customerQueries.detail(source, 'cus_3'))).id).toBe('cus_3');
		await expect(
			client.fetchQuery({ ...customerQueries.detail({ ...source, scope: 'bob' }, 'cus_3'), retry: false }),
		).rejects.toMatchObject({
			code: 'not_found',
		});
		const { pages } = await client.fetchInfiniteQuery({ ...customerQueries.infinite(source, { limit: 2 }), pages: 2 });
		expect(pages.map(({ data }) => ids(data))).toEqual([['cus_1', 'cus_2'], ['cus_3']]);
		expect((await client.fetchQuery(customerQueries.capabilities(source))).write.create).toBe(true);
	});

	it('is of its scope only', () => {
		expect(isKeyOfScope(['proyecta-customers', 'ann', 'list'], 'ann')).toBe(true);
		for (const key of [undefined, [], ['proyecta-customers', 'bob'], ['other', 'ann']]) expect(isKeyOfScope(key, 'ann')).toBe(false);
		const keep = keepPreviousData('ann');
		expect(keep(1, { queryKey: ['proyecta-customers', 'ann'] })).toBe(1);
		expect([keep(1, { queryKey: ['proyecta-customers', 'bob'] }), keep(1, undefined)]).toEqual([undefined, undefined]);
	});
});

describe('the lists of a scope', () => {
	const page = (...numbers: number[]) => ({ data: numbers.map((number) => person(number)), next: null, previous: null });
	const client = new QueryClient();
	client.setQueryData(customerKey('ann', 'list', {}), page(1, 2));
	client.setQueryData(customerKey('ann', 'infinite', {}), { pages: [page(3), page(4, 5)], pageParams: [null, 'x'] });
	client.setQueryData(customerKey('ann', 'detail', 'cus_6'), person(6));
	client.setQueryData(customerKey('bob', 'list', {}), page(7));
	client.getQueryCache().build(client, { queryKey: customerKey('ann', 'list', { query: 'x' }) });

	it('are one page, or all that came, or none yet', () => {
		const lists = listsOf(client, 'ann');
		expect(lists.map((query) => query.queryKey[2])).toEqual(['list', 'infinite', 'list']);
		expect(lists.map((query) => pagesOf(query).map(({ data }) => data.length))).toEqual([[2], [1, 2], []]);
		expect([isList({ queryKey: customerKey('ann', 'detail', 'x') }), isList({ queryKey: ['x'] })]).toEqual([false, false]);
	});

	it('show a customer, and no other scope’s', () => {
		expect([1, 2, 3, 4, 5].map((number) => listedCustomer(client, 'ann', `cus_${number}`)?.id)).toEqual(
			[1, 2, 3, 4, 5].map((number) => `cus_${number}`),
		);
		expect([6, 7].map((number) => listedCustomer(client, 'ann', `cus_${number}`))).toEqual([undefined, undefined]);
	});
});

describe('a scope that nobody shows any more', () => {
	function stage() {
		const client = new QueryClient();
		for (const scope of ['ann', 'bob', 'never shown']) client.setQueryData(customerKey(scope, 'detail', 'x'), scope);
		client.getMutationCache().build(client, { mutationKey: customerKey('ann', 'update', 'x') });
		client.getMutationCache().build(client, { mutationKey: customerKey('bob', 'update', 'x') });
		const kept = () => ({
			queries: client
				.getQueryCache()
				.getAll()
				.map(({ queryKey }) => queryKey[1]),
			mutations: client
				.getMutationCache()
				.getAll()
				.map(({ options }) => options.mutationKey![1]),
		});
		return { client, kept };
	}

	it('is forgotten, with its edits', () => {
		const { client, kept } = stage();
		const leave = enterScope(client, 'ann');
		leave();
		enterScope(client, 'bob');
		dropFormerScopes(client, 'bob');
		expect(kept()).toEqual({ queries: ['bob', 'never shown'], mutations: ['bob'] });
	});

	it('is kept while another provider shows it, and as the current one', () => {
		const { client, kept } = stage();
		const [leave] = [enterScope(client, 'ann'), enterScope(client, 'ann')];
		leave();
		dropFormerScopes(client, 'bob');
		expect(kept().queries).toContain('ann');
		enterScope(client, 'bob')();
		dropFormerScopes(client, 'bob');
		expect(kept()).toEqual({ queries: ['ann', 'bob', 'never shown'], mutations: ['ann', 'bob'] });
	});

	it('asks for nothing any more, and who is there now goes on asking', async () => {
		const { client } = stage();
		const left = enterScope(client, 'ann');
		let aborted = false;
		const asked = client.fetchQuery({
			queryKey: customerKey('ann', 'detail', 'slow'),
			queryFn: ({ signal }) =>
				new Promise((_, reject) =>
					signal.addEventListener('abort', () => {
						aborted = true;
						reject(signal.reason);
					}),
				),
		});
		let answer = (_row: string) => {};
		const askedByBob = client.fetchQuery({
			queryKey: customerKey('bob', 'detail', 'slow'),
			queryFn: ({ signal }) =>
				new Promise<string>((resolve, reject) => {
					answer = resolve;
					signal.addEventListener('abort', () => reject(signal.reason));
				}),
		});
		left();
		dropFormerScopes(client, 'bob');
		await expect(asked).rejects.toThrow();
		expect(aborted).toBe(true);
		answer('row');
		expect(await askedByBob).toBe('row');
	});
});
