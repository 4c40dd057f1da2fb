import type { ListCustomersRequest } from '../../contract/backend';
import { assert, assertRejects, badRequest, eventually } from './assert';
import { type ContractCase, freshEmail, openStage, type Stage, token } from './contractCase';

async function someCursor(stage: Stage, request: ListCustomersRequest = {}): Promise<string> {
	let cursor: string | null = null;
	await eventually(async () => {
		const { next } = await stage.backend.list({ ...request, limit: 1 }, stage.call);
		assert(next !== null, 'there are more customers, but next is null');
		cursor = next;
	}, request.created && 'eventual');
	return cursor!;
}

/** Every printable reading of a cursor that someone might try. */
function readings(cursor: string): string {
	const bytes = cursor
		.split(/[^A-Za-z0-9+/_-]+/)
		.flatMap((part) => [0, 1, 2, 3].map((from) => part.slice(from).replaceAll('-', '+').replaceAll('_', '/')))
		.map((part) => atob(part.slice(0, part.length - (part.length % 4))));
	const decoded = bytes.map((text) => new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0))));
	const hex = cursor.replace(/[0-9a-f]{2}/gi, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
	return [cursor, decodeURIComponent(cursor.replaceAll('%', '%25')), ...bytes, ...decoded, hex].join('\n').toLowerCase();
}

export const cursorCases: readonly ContractCase[] = [
	{
		name: 'cursor: one that was tampered with, or made up, is invalid_cursor',
		async check(make) {
			const stage = await openStage(make);
			await stage.addMany([{}, {}, {}]);
			const cursor = await someCursor(stage);
			const flipped = [0, Math.floor(cursor.length / 2), cursor.length - 1].map(
				(at) => `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`,
			);
			const madeUp = ['x', 'null', '0', 'cus_1', btoa('{"id":"cus_1"}').replace(/=+$/, ''), token().repeat(8)];
			for (const wrong of [...flipped, cursor.slice(0, -1), cursor.slice(1), `${cursor}A`, `${cursor}${cursor}`, ...madeUp]) {
				await assertRejects(stage.backend.list({ limit: 1, after: wrong }, stage.call), 'invalid_cursor', `after=${wrong}`);
				if (!stage.capabilities.paging.backward) continue;
				await assertRejects(stage.backend.list({ limit: 1, before: wrong }, stage.call), 'invalid_cursor', `before=${wrong}`);
			}
		},
	},
	{
		name: 'cursor: it serves no other sort',
		applies: (capabilities) => capabilities.sort.length > 1,
		async check(make) {
			const stage = await openStage(make);
			await stage.addMany([{ name: 'alpha' }, { name: 'bravo' }, { name: 'charlie' }]);
			for (const made of stage.capabilities.sort) {
				const cursor = await someCursor(stage, { sort: made });
				for (const sort of stage.capabilities.sort.filter((other) => other !== made)) {
					const call = stage.backend.list({ sort, limit: 1, after: cursor }, stage.call);
					await assertRejects(call, 'invalid_cursor', `a cursor made by ${made} used by ${sort}`);
				}
			}
		},
	},
	{
		name: 'cursor: it serves no other search or filter',
		applies: ({ search, filter }) => search !== false || filter.email || filter.country || filter.created,
		async check(make) {
			const stage = await openStage(make);
			const email = freshEmail();
			await stage.addMany([{ email }, {}, {}]);
			const { search, filter } = stage.capabilities;
			const narrowed: ListCustomersRequest[] = [
				...(search ? [{ query: email }] : []),
				...(filter.email ? [{ email }] : []),
				...(filter.country ? [{ country: ['IN'] }, { country: ['IN', 'US'] }] : []),
				...(filter.created ? [{ created: { gte: '2001-01-01T00:00:00Z' } }, { created: { lt: '2101-01-01T00:00:00Z' } }] : []),
			];
			const cursor = await someCursor(stage);
			for (const request of narrowed) {
				const what = `a cursor of the whole list used with ${Object.keys(request)}`;
				await assertRejects(stage.backend.list({ ...request, after: cursor }, stage.call), 'invalid_cursor', what);
			}
			if (!filter.created) return;
			const since = await someCursor(stage, { created: { gte: '2001-01-01T00:00:00Z' } });
			await assertRejects(
				stage.backend.list({ after: since }, stage.call),
				'invalid_cursor',
				'a cursor of a filtered list used without filter',
			);
		},
	},
	{
		name: 'cursor: it serves no other scope',
		async check(make) {
			const [one, other] = [await openStage(make), await openStage(make)];
			await one.addMany([{}, {}, {}]);
			await other.addMany([{}, {}, {}]);
			const cursor = await someCursor(one);
			await assertRejects(other.backend.list({ limit: 1, after: cursor }, other.call), 'invalid_cursor', 'a cursor of another scope');
		},
	},
	{
		name: 'cursor: it cannot be read, since it travels in URLs',
		async check(make) {
			const stage = await openStage(make);
			const secrets = Array.from({ length: 3 }, () => token());
			await stage.addMany(secrets.map((secret) => ({ email: `${secret}@example.com`, name: `Ünï ${secret}` })));
			for (const sort of stage.capabilities.sort) {
				const page = await stage.backend.list({ sort, limit: 2 }, stage.call);
				const text = [page.next, page.previous].map((cursor) => (cursor === null ? '' : readings(cursor))).join('\n');
				for (const secret of secrets) assert(!text.includes(secret), `the cursor by ${sort} shows an email or a name`);
			}
		},
	},
	{
		name: 'cursor: after and before together are refused',
		applies: ({ paging }) => paging.backward,
		async check(make) {
			const stage = await openStage(make);
			await stage.addMany([{}, {}, {}]);
			const cursor = await someCursor(stage);
			await assertRejects(stage.backend.list({ after: cursor, before: cursor }, stage.call), badRequest, 'after and before together');
		},
	},
];
