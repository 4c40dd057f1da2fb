import { expect, it } from 'vitest';
import { keptCursors } from '../../../src/backends/memory/keptCursors';

const invalid = { code: 'invalid_cursor' };

it('a kept cursor opens for its own binding, and no other text opens', async () => {
	const cursors = keptCursors();
	const cursor = await cursors.seal(['asha', 'cus_1'], { scope: 'a', sort: 'name' });
	expect(await cursors.open(cursor, { sort: 'name', scope: 'a' })).toEqual(['asha', 'cus_1']);
	expect(cursor).toMatch(/^[0-9a-f]{32}$/);
	await expect(cursors.open(cursor, { sort: 'name', scope: 'b' })).rejects.toMatchObject(invalid);
	await expect(cursors.open('0'.repeat(32), { sort: 'name', scope: 'a' })).rejects.toMatchObject(invalid);
});

it('ten thousand are kept, and the oldest is forgotten for one more', async () => {
	const cursors = keptCursors();
	const kept: string[] = [];
	for (let n = 0; n < 10_000; n++) kept.push(await cursors.seal(n, null));
	expect(await cursors.open(kept[0]!, null)).toBe(0);
	await cursors.seal(10_000, null);
	await expect(cursors.open(kept[0]!, null)).rejects.toMatchObject(invalid);
	expect(await cursors.open(kept[1]!, null)).toBe(1);
});
