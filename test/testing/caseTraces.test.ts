import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import type { CustomerBackend } from '../../src/server';
import { backendContract } from '../../src/testing';
import { deepFreeze } from '../../src/testing/contract/deepFreeze';
import { brokenBackends } from './brokenBackends';

const promise = 'copies: capabilities stay what they are';

/** The cases in an order of their own for each seed. */
function shuffled(seed: number): typeof backendContract {
	const key = (index: number) => Math.sin((index + 1) * seed * 997) % 1;
	return backendContract
		.map((each, index) => ({ each, at: key(index) }))
		.sort((a, b) => a.at - b.at)
		.map(({ each }) => each);
}

/** As many backends in the wild: one object, given to everyone who asks. */
async function givingAway(right: CustomerBackend) {
	const capabilities = structuredClone(await right.capabilities());
	return { ...right, capabilities: () => capabilities };
}

const verdict = (check: Promise<void>) =>
	check.then(
		() => 'kept',
		() => 'broken',
	);

describe('a case leaves no trace', () => {
	it.each([1, 2, 3])('in the capabilities of the backend that all cases share, in order %i', async (seed) => {
		const backend = await givingAway(memoryBackend());
		const before = structuredClone(backend.capabilities());
		for (const { name, applies, check } of shuffled(seed)) {
			if (!(applies?.(before) ?? true)) continue;
			expect([name, await verdict(check(async () => backend))]).toEqual([name, name === promise ? 'broken' : 'kept']);
			expect(backend.capabilities(), name).toEqual(before);
		}
	});

	it('in capabilities of which only parts are given away, or none can be changed', async () => {
		const right = memoryBackend();
		const check = backendContract.find(({ name }) => name === promise)!.check;
		const given = await right.capabilities();
		const before = structuredClone(given);
		expect(await verdict(check(async () => ({ ...right, capabilities: () => ({ ...given }) })))).toBe('broken');
		expect(given).toEqual(before);
		deepFreeze(given);
		expect(await verdict(check(async () => ({ ...right, capabilities: () => given })))).toBe('kept');
	});

	it('in the values that the next case writes', async () => {
		const right = memoryBackend();
		const spoil = (value: object): void => {
			for (const [key, inner] of Object.entries(value)) {
				if (typeof inner === 'object' && inner !== null) spoil(inner);
				else Reflect.set(value, key, 'Spoilt');
			}
		};
		const spoiling: CustomerBackend = {
			...right,
			create: (input, call) => right.create(structuredClone(input), call).finally(() => spoil(input)),
			update: (id, patch, call) => right.update(id, structuredClone(patch), call).finally(() => spoil(patch)),
			list: (request, call) => right.list(structuredClone(request), call).finally(() => spoil(request)),
		};
		const offered = await right.capabilities();
		for (const { applies, check } of backendContract) if (applies?.(offered) ?? true) await verdict(check(async () => spoiling));
		const written: string[] = [];
		const recording: CustomerBackend = {
			...right,
			create: (input, call) => {
				written.push(JSON.stringify(input));
				return right.create(input, call);
			},
			update: (id, patch, call) => {
				written.push(JSON.stringify(patch));
				return right.update(id, patch, call);
			},
		};
		for (const { name, applies, check } of backendContract) {
			if (!(applies?.(offered) ?? true)) continue;
			expect([name, await verdict(check(async () => recording))]).toEqual([name, 'kept']);
		}
		expect(written.filter((text) => text.includes('Spoilt'))).toEqual([]);
		expect(written.length).toBeGreaterThan(500);
	});

	for (const [what, { caughtBy, make }] of Object.entries(brokenBackends)) {
		it(`so that a backend that also gives away its capabilities is still caught when it ${what}`, async () => {
			const backend = await givingAway(make());
			const offered = structuredClone(backend.capabilities());
			await verdict(backendContract.find(({ name }) => name === promise)!.check(async () => backend));
			const cases = backendContract.filter(({ name, applies }) => name.startsWith(caughtBy) && (applies?.(offered) ?? true));
			expect(await Promise.all(cases.map(({ check }) => verdict(check(async () => backend))))).toContain('broken');
		});
	}
});
