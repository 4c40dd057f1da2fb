import { describe, expect, it } from 'vitest';
import { type MemoryVendor, memoryBackend } from '../../src/backends/memory';
import type { CustomerBackend } from '../../src/server';
import { backendContract } from '../../src/testing';
import { memoryStage } from '../backends/memoryStage';
import { brokenBackends } from './brokenBackends';
import { brokenBilling } from './brokenBilling';
import { brokenLive } from './brokenLive';
import { brokenSearch } from './brokenSearch';

describe('backendContract', () => {
	it('names each case once', () => {
		const names = backendContract.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	it('asks of a backend that keeps names alone all but what is about the other fields', async () => {
		const right = memoryBackend();
		const narrow = memoryBackend({ capabilities: { keeps: ['name'] } });
		const applying = async (backend: CustomerBackend) => {
			const offered = await backend.capabilities();
			return backendContract.filter(({ applies }) => applies?.(offered) ?? true).map(({ name }) => name);
		};
		const asked = new Set(await applying(narrow));
		const left = (await applying(right)).filter((name) => !asked.has(name));
		expect(left.filter((name) => !/phone|address|country|^filter: several/.test(name))).toEqual([]);
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

	it('has each case about paying, and about what is kept, proven by a backend that breaks it', () => {
		const proven = new Set(Object.values(brokenBilling).map(({ caughtBy }) => caughtBy));
		const cases = backendContract.map(({ name }) => name).filter((name) => /^(billing|keeps):/.test(name));
		expect(cases.filter((name) => !proven.has(name))).toEqual([]);
		expect(cases.length).toBeGreaterThan(30);
	});

	it('has each case about folded text proven by a backend that breaks it', () => {
		const proven = Object.values(brokenSearch).map(({ caughtBy }) => caughtBy);
		const cases = backendContract.map(({ name }) => name).filter((name) => name.startsWith('fold:'));
		expect(cases.filter((name) => !proven.some((start) => name.startsWith(start)))).toEqual([]);
		expect(cases).toHaveLength(8);
	});

	it('has each case about live changes proven by a backend that breaks it', () => {
		const proven = Object.values(brokenLive).map(({ caughtBy }) => caughtBy);
		const cases = backendContract.map(({ name }) => name).filter((name) => name.startsWith('live:'));
		expect(cases.filter((name) => !proven.some((start) => name.startsWith(start)))).toEqual([]);
		expect(cases).toHaveLength(5);
	});

	for (const [what, { caughtBy, make }] of Object.entries({ ...brokenBackends, ...brokenBilling, ...brokenSearch, ...brokenLive })) {
		it(`catches a backend that ${what}`, async () => {
			const backend = make();
			const capabilities = structuredClone(await backend.capabilities());
			const cases = backendContract.filter(({ name, applies }) => name.startsWith(caughtBy) && (applies?.(capabilities) ?? true));
			const paid = 'vendor' in backend ? { billing: memoryStage((backend as { vendor: MemoryVendor }).vendor) } : {};
			const verdicts = await Promise.allSettled(cases.map(({ check }) => check(Object.assign(async () => backend, paid))));
			expect(verdicts.map(({ status }) => status)).toContain('rejected');
		}, 60_000);
	}

	const narrow =
		/^(create|update|version: a stale|copies: (?!cap)|race: updates|idempotency: a refused|text: phones|walk: customers edited)/;
	it.each(Object.entries(brokenBackends).filter(([, { caughtBy }]) => narrow.test(caughtBy)))(
		'catches, of a backend that keeps not all, one that %s',
		async (_, { caughtBy, make }) => {
			const checks = (['phone', 'address'] as const).map(async (field) => {
				const backend = make(['name', field]);
				const offered = structuredClone(await backend.capabilities());
				const cases = backendContract.filter(({ name, applies }) => name.startsWith(caughtBy) && (applies?.(offered) ?? true));
				return Promise.allSettled(cases.map(({ check }) => check(async () => backend)));
			});
			const verdicts = (await Promise.all(checks)).flat();
			expect(verdicts.map(({ status }) => status)).toContain('rejected');
		},
	);
});
