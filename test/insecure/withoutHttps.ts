import { webcrypto } from 'node:crypto';
import { vi } from 'vitest';

/** What a page without https has of it: neither `subtle` nor `randomUUID`. */
export function stubCrypto(): void {
	vi.stubGlobal('crypto', { getRandomValues: (array: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(array) });
}
