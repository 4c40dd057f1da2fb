import { createHash, randomBytes } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { digest } from '../../src/domain/digest';
import { quickDigest } from '../../src/domain/quickDigest';
import { sha256 } from '../../src/domain/sha256';
import { stubCrypto } from '../insecure/withoutHttps';

afterEach(() => void vi.unstubAllGlobals());

it('is SHA-256, whatever its length', () => {
	for (let length = 0; length < 300; length++) {
		const bytes = randomBytes(length);
		expect(Buffer.from(sha256(bytes)).toString('hex'), `${length} bytes`).toBe(createHash('sha256').update(bytes).digest('hex'));
	}
	const long = randomBytes(100_003);
	expect(Buffer.from(sha256(long)).toString('hex')).toBe(createHash('sha256').update(long).digest('hex'));
});

it('is the same done here and by WebCrypto’s threads', async () => {
	for (const length of [0, 999, 1000, 1001, 5000]) {
		const text = 'é'.repeat(length);
		expect(await quickDigest(text), `${length} letters`).toBe(createHash('sha256').update(text).digest('base64url'));
	}
});

it('is the same with crypto.subtle and without', async () => {
	for (const text of ['', 'asha@example.com', 'क्‍ष 👩🏽‍🚀', 'x'.repeat(1000)]) {
		const wanted = createHash('sha256').update(text).digest('base64url');
		expect(await digest(text)).toBe(wanted);
		stubCrypto();
		expect(await digest(text)).toBe(wanted);
		vi.unstubAllGlobals();
	}
});
