import { describe, expect, it } from 'vitest';
import { backendContract } from '../../src/testing';
import { brokenBackends } from './brokenBackends';

describe('backendContract', () => {
	it('names each case once', () => {
		const names = backendContract.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
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
