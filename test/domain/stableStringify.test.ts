import { expect, it } from 'vitest';
import { stableStringify } from '../../src/domain/stableStringify';

// Its digests are stored, and compared with those of other versions: the text itself is a promise.
it.each([
	[{ b: 1, a: { d: [2, { f: 1, e: null }], c: undefined } }, '{"a":{"d":[2,{"e":null,"f":1}]},"b":1}'],
	[['b', 'a'], '["b","a"]'],
	['x', '"x"'],
	[null, 'null'],
	[undefined, 'null'],
	[() => 1, 'null'],
])('%j is %s', (value, text) => {
	expect(stableStringify(value)).toBe(text);
});
