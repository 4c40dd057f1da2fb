'use client';
import { useMemo } from 'react';

/**
 * The same object as before while it holds the same: what is memoised need not render again for it.
 *
 * @param given always with the same keys
 */
export function useSame<Given extends object>(given: Given): Given {
	// biome-ignore lint/correctness/useExhaustiveDependencies: they are all that is in it
	return useMemo(() => given, Object.values(given));
}
