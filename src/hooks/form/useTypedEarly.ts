'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { useHydrated } from '../context/useHydrated';

/**
 * Where a server rendered the page, people may type before it comes to life: tells of it once it has.
 *
 * @returns whether it has
 */
export function useTypedEarly(ref: RefObject<HTMLInputElement | null>, tell: (input: HTMLInputElement) => void): boolean {
	const hydrated = useHydrated();
	const early = useRef(!hydrated);
	// biome-ignore lint/correctness/useExhaustiveDependencies: runs once, when the page has come to life
	useEffect(() => {
		const input = ref.current;
		if (!hydrated || !early.current || !input) return;
		early.current = false;
		if (input.value !== input.defaultValue) tell(input);
	}, [hydrated]);
	return hydrated;
}
