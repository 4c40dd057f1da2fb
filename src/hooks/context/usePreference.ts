'use client';
import { useCallback, useState } from 'react';
import { useCustomersContext } from './customersContext';
import type { PreferencesStore } from './preferences';
import { useHydrated } from './useHydrated';

/** Of what is stored. What an older version has stored is not read. */
const version = 1;

/**
 * A value that the provider's `preferences` remember. What a server rendered is shown with `initial` first, so that server and browser
 * agree; anything else shows what is remembered from its first render on.
 *
 * @param isValid stored values it refuses are ignored: they may come from another version, or from anyone
 */
export function usePreference<T extends object>(
	key: string,
	initial: T,
	isValid: (value: unknown) => value is T,
): readonly [T, (value: T) => void] {
	const { preferences } = useCustomersContext();
	const readable = useHydrated();
	const [kept, keep] = useState<{ key: string; preferences: PreferencesStore; value: T }>();
	let value = initial;
	if (kept?.key === key && kept.preferences === preferences) value = kept.value;
	else if (readable) {
		const stored = read(preferences, key);
		if ((stored as { version?: unknown } | undefined)?.version === version && isValid(stored)) value = stored;
		keep({ key, preferences, value });
	}
	const set = useCallback(
		(next: T) => {
			keep({ key, preferences, value: next });
			try {
				preferences.set(key, { version, ...next });
			} catch {
				// A host's store that fails must not take the table with it.
			}
		},
		[preferences, key],
	);
	return [value, set];
}

function read(preferences: PreferencesStore, key: string): unknown {
	try {
		return preferences.get(key);
	} catch {
		return undefined;
	}
}
