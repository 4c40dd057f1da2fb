'use client';
import { type FocusEvent, type PointerEvent, useEffect, useRef } from 'react';

/** Resting on a row for this long, in milliseconds, means to open it. */
const intentMs = 80;

/** Tells which row somebody seems about to open: one that has the focus, or that the mouse rests on. One timer for all rows. */
export function useRowIntent(onIntent: (position: number) => void) {
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const over = useRef<Element | null>(null);
	useEffect(() => () => clearTimeout(timer.current), []);
	const leave = () => {
		clearTimeout(timer.current);
		over.current = null;
	};
	return {
		onPointerOver: ({ target, pointerType }: PointerEvent) => {
			const row = rowOf(target);
			if (row === over.current || pointerType !== 'mouse') return;
			leave();
			over.current = row;
			if (row) timer.current = setTimeout(() => onIntent(Number(row.dataset.index)), intentMs);
		},
		onPointerLeave: leave,
		onFocus: ({ target }: FocusEvent) => {
			const row = rowOf(target);
			if (row) onIntent(Number(row.dataset.index));
		},
	};
}

function rowOf(target: EventTarget): HTMLElement | null {
	return (target as Element).closest<HTMLElement>('[data-slot="pc-row"][data-clickable]');
}
