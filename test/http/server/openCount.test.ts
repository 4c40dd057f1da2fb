import { describe, expect, it } from 'vitest';
import { checkGrant } from '../../../src/http/server/grant';
import { createOpenCount } from '../../../src/http/server/openCount';

const by = (actor?: string, scope = 'a') => checkGrant({ allow: true, scope, ...(actor !== undefined && { actor }) });

/** Opens so many, and says how many were refused before each place. */
function open(count: ReturnType<typeof createOpenCount>, access: ReturnType<typeof by>, times: number) {
	const [opened, refused]: [(() => void)[], unknown[]] = [[], []];
	for (let n = 0; n < times; n++) {
		try {
			opened.push(count(access));
		} catch (error) {
			refused.push(error);
		}
	}
	return { opened, refused };
}

describe('what is open at a time', () => {
	it('is bounded for each actor, and for a scope without actors', () => {
		const count = createOpenCount('things', { actor: 2, scope: 3 });
		expect(open(count, by('one'), 4).refused).toMatchObject([{ code: 'rate_limited', retryAfterMs: 60_000 }, {}]);
		expect(open(count, by('two'), 2).refused).toEqual([]);
		expect(open(count, by(), 5).opened).toHaveLength(3);
		expect(open(count, by('one', 'b'), 2).refused).toEqual([]);
	});

	it('is one less for each that ends', () => {
		const count = createOpenCount('things', { actor: 2, scope: 3 });
		const { opened } = open(count, by('one'), 2);
		opened[0]?.();
		expect(open(count, by('one'), 2).opened).toHaveLength(1);
		opened[1]?.();
		expect(open(count, by('one'), 2).opened).toHaveLength(1);
	});

	it('is bounded more closely for each while there is a crowd, from its first on and until it is over', () => {
		const count = createOpenCount('things', { actor: 4, scope: 1, crowd: { of: 5, caller: 2 } });
		const first = open(count, by('one'), 3).opened;
		const second = open(count, by('two'), 3).opened;
		expect(second).toHaveLength(2);
		expect([open(count, by('one'), 1), open(count, by('three'), 3)]).toMatchObject([{ opened: [] }, { refused: [{}] }]);
		expect(open(count, by(), 2).opened).toHaveLength(1);
		for (const end of first) end();
		expect(open(count, by('three'), 1).opened).toHaveLength(0);
		for (const end of second) end();
		expect(open(count, by('three'), 3).opened).toHaveLength(2);
	});
});
