import { beforeEach, expect, it, vi } from 'vitest';
import { loadPhones, parsePhone } from '../../src/domain/phone';
import { loadSubdivisions } from '../../src/domain/subdivision';

const { network, failing } = vi.hoisted(() => {
	const network = { down: true };
	const failing = (load: () => Promise<object>) => {
		if (network.down) throw new TypeError('Failed to fetch dynamically imported module');
		return load();
	};
	return { network, failing };
});
vi.mock('../../src/domain/phonePlans', failing);
vi.mock('../../src/domain/subdivisions.generated', failing);

beforeEach(() => {
	network.down = true;
	vi.resetModules();
});

function comeBack() {
	network.down = false;
	vi.resetModules();
}

it('what reads phones is fetched again after it could not be, and then once', async () => {
	await expect(loadPhones()).rejects.toThrow();
	await expect(parsePhone('+919876543210')).rejects.toThrow();
	comeBack();
	expect(await parsePhone('098765 43210', { defaultCountry: 'IN' })).toBe('+919876543210');
	expect(await parsePhone('98765 43210')).toBeNull();
	expect(await loadPhones()).toBe(await loadPhones());
});

it('so are the lists of states, which countries without one never wait for', async () => {
	await expect(loadSubdivisions('IN')).rejects.toThrow();
	expect(await loadSubdivisions('SG')).toEqual([]);
	comeBack();
	expect((await loadSubdivisions('in')).find(({ code }) => code === 'MH')).toMatchObject({ name: 'Maharashtra', localName: 'महाराष्ट्र' });
});
