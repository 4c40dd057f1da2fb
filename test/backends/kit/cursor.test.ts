import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createCursorSealer, cursorKeyFromSecret, randomCursorKey } from '../../../src/backends/kit/cursorSealer';
import { maxCursorLength } from '../../../src/contract/listRequest';
import { stubCrypto } from '../../insecure/withoutHttps';

const invalid = { code: 'invalid_cursor' };

/** A sealer of this key where the platform is no Node. */
async function elsewhere(key: CryptoKey | Promise<CryptoKey>) {
	vi.stubGlobal('process', {});
	const cursors = createCursorSealer(key);
	await cursors.seal(1, null).catch(() => {});
	vi.unstubAllGlobals();
	return cursors;
}

const places = [
	['Node', async (key: CryptoKey | Promise<CryptoKey> = randomCursorKey()) => createCursorSealer(key)],
	['elsewhere', async (key: CryptoKey | Promise<CryptoKey> = randomCursorKey()) => elsewhere(key)],
] as const;

it('cursors of Node and of elsewhere open each other, also under a key that cannot be read or is shorter', async () => {
	const made = (length: number, readable: boolean) =>
		crypto.subtle.generateKey({ name: 'AES-GCM', length }, readable, ['encrypt', 'decrypt']) as Promise<CryptoKey>;
	for (const key of [cursorKeyFromSecret('one'), made(128, true), made(256, false)]) {
		const both = await Promise.all(places.map(([, open]) => open(key)));
		for (const from of both) for (const to of both) expect(await to.open(await from.seal(['x'], 'b'), 'b')).toEqual(['x']);
	}
});

it('whoever has the secret opens what earlier versions sealed', async () => {
	const cursors = createCursorSealer(cursorKeyFromSecret('a secret of thirty-two characters'));
	const cursor = 'AAECAwQFBgcICQoLpi_ez-fbY2s2cqf62F1TcgJE4GsKTr2HIqBtQXjqwec';
	expect(await cursors.open(cursor, { sort: 'name', scope: 'a' })).toEqual(['asha', 'cus_1']);
});

it('where there is no crypto.subtle, that is said, and there is no key', () => {
	stubCrypto();
	expect(() => randomCursorKey()).toThrow(TypeError);
	vi.unstubAllGlobals();
});

it('Node’s own module seals in Node, which costs a quarter', async () => {
	const encrypt = vi.spyOn(crypto.subtle, 'encrypt');
	for (const key of [randomCursorKey(), cursorKeyFromSecret('one')]) await createCursorSealer(key).seal(1, null);
	expect(encrypt).not.toHaveBeenCalled();
	await (await elsewhere(randomCursorKey())).seal(1, null);
	expect(encrypt).toHaveBeenCalled();
	encrypt.mockRestore();
});

it('a key that cannot be had is told to whoever seals or opens, and nobody else', async () => {
	const cursors = createCursorSealer(Promise.reject(new Error('no key')));
	await new Promise(setImmediate);
	await expect(cursors.seal(1, null)).rejects.toThrow('no key');
	await expect(cursors.open('AAAA', null)).rejects.toThrow('no key');
});

describe.each(places)('a cursor of %s', (_, open) => {
	let sealer: Awaited<ReturnType<typeof open>>;
	beforeAll(async () => {
		sealer = await open();
	});

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
		for (const wrong of [...tampered, '', 'A'.repeat(20), `${cursor}=`, `${cursor}A`, ` ${cursor}`, 'ü', 'A'.repeat(5000)])
			await expect(sealer.open(wrong, 'binding')).rejects.toMatchObject(invalid);
	});

	it('is invalid with its proof of being whole cut short', async () => {
		// Eight bytes of text, so that what is left could be taken for a text with a shorter proof.
		const bytes = Buffer.from(await sealer.seal('abcdef', null), 'base64url');
		for (let length = 0; length < bytes.length; length++)
			await expect(sealer.open(bytes.subarray(0, length).toString('base64url'), null)).rejects.toMatchObject(invalid);
	});

	it('is as long as a request takes at most', async () => {
		const sealed = (length: number) => sealer.seal('x'.repeat(length), null);
		// Twelve bytes before, sixteen behind, two quotation marks; three bytes are four characters.
		const fits = (maxCursorLength / 4) * 3 - 30;
		const longest = await sealed(fits);
		expect([longest.length, await sealer.open(longest, null)]).toEqual([maxCursorLength, 'x'.repeat(fits)]);
		await expect(sealer.open(await sealed(fits + 1), null)).rejects.toMatchObject(invalid);
	});

	it('opens on another server that has the same secret, and on none with another', async () => {
		const cursor = await (await open(cursorKeyFromSecret('one'))).seal(1, null);
		expect(await (await open(cursorKeyFromSecret('one'))).open(cursor, null)).toBe(1);
		await expect((await open(cursorKeyFromSecret('two'))).open(cursor, null)).rejects.toMatchObject(invalid);
	});
});
