'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { focusedElement } from './focusedElement';

/** Gives the focus to an element where a change took away what had it. */
export function useFocusKept(target: RefObject<HTMLElement | null>, state: unknown): void {
	const former = useRef(state);
	useEffect(() => {
		if (former.current !== state && focusedElement() === document.body) target.current?.focus({ preventScroll: true });
		former.current = state;
	}, [target, state]);
}
