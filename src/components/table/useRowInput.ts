'use client';
import { type KeyboardEvent, type SyntheticEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { RowInput, RowInputRows } from './rowInput';
import { useReachedParts } from './useReachedParts';

/** What there is of it by now. */
export type DrawnInput = Partial<Omit<RowInput, 'handlers'>> & {
	handlers: Partial<RowInput['handlers']>;
	/** It is being loaded: rows must stay the elements that they are, since nobody would give another one the focus. */
	waits?: boolean;
};

const handlers = ['onFocus', 'onBlur', 'onKeyDown', 'onKeyUp', 'onPointerOver', 'onPointerLeave', 'onClick', 'onAuxClick'] as const;

/**
 * What keyboard and mouse do to rows. Loaded when they first reach a row; what they do meanwhile is done then. Where it
 * cannot be loaded, Tab and clicks still reach every row's link, and each row that gets the focus tries again.
 *
 * @param getRows must keep its identity
 * @param selectable Space chooses
 * @param selection what is chosen, once it is known
 */
export function useRowInput(getRows: () => RowInputRows, selectable: boolean, selection: RowInputRows['selection']): DrawnInput {
	const [touched, touch] = useState(0);
	const part = useReachedParts(touched);
	const incomplete = selectable && !selection;
	const input = useMemo(() => (incomplete ? undefined : part?.rowInput(getRows)), [part, getRows, incomplete]);
	const waiting = useRef<((input: RowInput) => void)[]>([]);
	useEffect(() => {
		if (!input) return;
		for (const act of waiting.current.splice(0)) act(input);
		// What drew the rows anew meanwhile could not ask who had the focus.
		input.settle();
		return input.leave;
	}, [input]);
	if (input) return input;
	if (part === null) return { handlers: { onFocus: () => touch(touched + 1) } };
	const wait = (name: (typeof handlers)[number]) => (event: SyntheticEvent) => {
		touch(touched || 1);
		if (isRowKey(event as KeyboardEvent, selectable)) event.preventDefault();
		waiting.current.push((input) => input.handlers[name](event as never));
	};
	return { handlers: Object.fromEntries(handlers.map((name) => [name, wait(name)])), waits: touched > 0 };
}

/** A key that would scroll or press, were it not for rows to move between or to choose. */
function isRowKey({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent, selectable: boolean): boolean {
	const isKey = /^(Arrow(Up|Down)|Page|Home|End)/.test(key) || (selectable && key === ' ');
	return isKey && !altKey && !ctrlKey && !metaKey && (target as Element).matches('[data-pc-row-link],[data-slot="pc-row-check"]');
}
