import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { backendContract } from '../../src/testing';
import { brokenBackends } from './brokenBackends';

describe('backendContract', () => {
	it('names each case once', () => {
		const names = backendContract.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	it('accepts fresh stores that number their customers alike', async () => {
		const numbered = async () => {
			const right = memoryBackend();
			let last = 0;
			const create: typeof right.create = (input, call) => right.create({ id: `cus_${++last}`, ...input }, call);
			return { ...right, create };
		};
		for (const { check } of backendContract.filter(({ name }) => name.startsWith('scope:'))) await check(numbered);
	});

	for (const [what, { caughtBy, make }] of Object.entries(brokenBackends)) {
		it(`catches a backend that ${what}`, async () => {
			const backend = make();
			const capabilities = structuredClone(await backend.capabilities());
			const cases = backendContract.filter(({ name, applies }) => name.startsWith(caughtBy) && (applies?.(capabilities) ?? true));
			const verdicts = await Promise.allSettled(cases.map(({ check }) => check(async () => backend)));
			expect(verdicts.map(({ status }) => status)).toContain('rejected');
		}, 60_000);
	}
});
