import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { postgresBackend } from '../../../src/backends/postgres';
import { functionBackend } from '../../../src/client';
import { callHandler, createCustomersHandler } from '../../../src/server';
import { openPglite } from '../../pglite';
import { importing } from './importing';

const header =
	'id,Description,Email,Name,Created (UTC),Delinquent,Card ID,Card Last4,Card Brand,Card Name,Card Address Line1,Card Address Line2,' +
	'Card Address City,Card Address State,Card Address Country,Card Address Zip,Card Issue Country,Currency';
const exported = (id: string, email: string) => `${id},,${email},Asha Rao,2026-01-02 10:00,false,card_1,4242,Visa,Asha Rao,,,,,,,US,usd`;
const file = [header, exported('cus_NffrFeUfNV2Hib', 'asha@example.com'), exported('cus_PqXyZ12345', 'ben@example.com')].join('\n');

describe('a move from Stripe by its own export', () => {
	it.each(['memory', 'Postgres'])('into %s makes new ids unless asked to keep those of the file, and keeps them then', async (store) => {
		const database = store === 'Postgres' ? await openPglite() : null;
		for (const keeps of [false, true]) {
			const kept = database ? postgresBackend({ query: database.query.bind(database) }) : memoryBackend();
			const scope = `keeps ${keeps}`;
			const handler = createCustomersHandler({ backend: kept, authorize: () => ({ allow: true, scope }) });
			const backend = functionBackend((request) => callHandler(handler, request, { origin: 'https://shop.test' }));
			const { model, checked, run } = importing(backend);
			await checked(file);
			if (keeps) {
				act(() => model().editColumns());
				act(() => model().setField(0, 'id'));
				await act(() => model().check());
			}
			await run('done');
			const { data } = await kept.list({ sort: 'email' }, { scope });
			expect(data.map(({ email }) => email)).toEqual(['asha@example.com', 'ben@example.com']);
			expect(data.map(({ id }) => ['cus_NffrFeUfNV2Hib', 'cus_PqXyZ12345'].includes(id))).toEqual([keeps, keeps]);
		}
		await database?.close();
	});

	it('says which row has an id that is none', async () => {
		const { model, checked } = importing(memoryBackend());
		await checked(file.replace('cus_PqXyZ12345', 'cus/../1'));
		act(() => model().editColumns());
		act(() => model().setField(0, 'id'));
		await act(() => model().check());
		expect(model().rows.map(({ issues }) => issues)).toEqual([[], [{ path: 'id', code: 'invalid_id' }]]);
	});
});
