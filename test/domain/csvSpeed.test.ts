import { expect, it } from 'vitest';
import { parseCsv } from '../../src/domain/parseCsv';

it('a file is read in a time that grows no faster than it does', () => {
	expect(parseCsv(`a,b\n${'"x""y",plain\n'.repeat(300_000)}`, ',').records).toHaveLength(300_001);
	expect(parseCsv(`a,b\n${'"x,y\n'.repeat(300_000)}`, ',').records.length).toBeGreaterThan(1);
});
