'use client';
import { useCallback, useEffect, useState } from 'react';
import { useCustomersContext } from './customersContext';

/**
 * A value that the provider's `preferences` remember. The first render shows `initial`, so that server and browser agree.
 *
 * @param isValid stored values it refuses are ignored: they may come from another version
 */
export function usePreference<T>(key: string, initial: T, isValid: (value: unknown) => value is T): readonly [T, (value: T) => void] {
	const { preferences } = useCustomersContext();
	const [value, setValue] = useState(initial);
	// biome-ignore lint/correctness/useExhaustiveDependencies: isValid is usually written inline
	useEffect(() => {
		const stored = read(preferences, key);
		if (isValid(stored)) setValue(stored);
	}, [preferences, key]);
	const set = useCallback(
		(next: T) => {
			setValue(next);
			try {
				preferences.set(key, next);
			} catch {
				// A host's store that fails must not take the table with it.
			}
		},
		[preferences, key],
	);
	return [value, set];
}

function read(preferences: { get(key: string): unknown }, key: string): unknown {
	try {
		return preferences.get(key);
	} catch {
		return undefined;
	}
}
