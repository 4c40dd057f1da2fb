import { randomHex } from '../../domain/randomHex';
import { stableStringify } from '../../domain/stableStringify';
import type { CursorSealer } from '../kit/cursorSealer';
import { invalidCursor } from '../kit/refusals';

/** Cursors that are remembered, the oldest forgotten first. */
const maxCursors = 10_000;

/** Cursors that say nothing because what they stand for stays here: for pages without https, where nothing can be sealed. */
export function keptCursors(): CursorSealer {
	const kept = new Map<string, { position: unknown; binding: string }>();
	return {
		async seal(position, binding) {
			const cursor = randomHex(16);
			kept.set(cursor, { position, binding: stableStringify(binding) });
			if (kept.size > maxCursors) kept.delete(kept.keys().next().value!);
			return cursor;
		},
		async open(cursor, binding) {
			const found = kept.get(cursor);
			if (found?.binding !== stableStringify(binding)) throw invalidCursor();
			return found.position;
		},
	};
}
