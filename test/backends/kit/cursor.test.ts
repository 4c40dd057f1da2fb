import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCursorSealer, cursorKeyFromSecret, randomCursorKey } from '../../../src/backends/kit/cursorSealer';

const sealer = createCursorSealer(randomCursorKey());
const invalid = { code: 'invalid_cursor' };

describe('a cursor', () => {
	it('opens to what was sealed, for the same binding only', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue({ maxDepth: 1 }), fc.string(), fc.string(), async (payload, one, other) => {
				const cursor = await sealer.seal(payload, { scope: one });
				expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
				expect(await sealer.open(cursor, { scope: one })).toEqual(JSON.parse(JSON.stringify(payload)));
				if (other !== one) await expect(sealer.open(cursor, { scope: other })).rejects.toMatchObject(invalid);
			}),
			{ numRuns: 50 },
		);
	});

	it('does not mind the order of the binding’s keys, and takes undefined for absent', async () => {
		const cursor = await sealer.seal(1, { a: 1, b: { c: 2, d: undefined } });
		expect(await sealer.open(cursor, { b: { c: 2 }, a: 1 })).toBe(1);
	});

	it('never looks the same twice, and shows nothing of what it holds', async () => {
		const cursors = await Promise.all([1, 2].map(() => sealer.seal(['ananya@example.com'], null)));
		expect(cursors[0]).not.toBe(cursors[1]);
		expect(Buffer.from(cursors[0]!, 'base64url').toString()).not.toContain('ananya');
	});

	it('is invalid with any character changed, dropped or added', async () => {
		const cursor = await sealer.seal(['key', 'cus_1'], 'binding');
		const tampered = [...cursor].flatMap((character, at) => [
			cursor.slice(0, at) + cursor.slice(at + 1),
			cursor.slice(0, at) + (character === 'A' ? 'B' : 'A') + cursor.slice(at + 1),
		]);
		for (const wrong of [...tampered, '', `${cursor}=`, `${cursor}A`, ` ${cursor}`, 'ü', 'A'.repeat(5000)])
			await expect(sealer.open(wrong, 'binding')).rejects.toMatchObject(invalid);
	});

	it('opens on another server that has the same secret, and on none with another', async () => {
		const cursor = await createCursorSealer(cursorKeyFromSecret('one')).seal(1, null);
		expect(await createCursorSealer(cursorKeyFromSecret('one')).open(cursor, null)).toBe(1);
		await expect(createCursorSealer(cursorKeyFromSecret('two')).open(cursor, null)).rejects.toMatchObject(invalid);
	});
});
