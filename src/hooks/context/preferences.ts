import { shortHash } from '../../domain/shortHash';

/** Where columns and views are remembered. Never holds personal data. A store of the host's is that of the user who is signed in. */
export interface PreferencesStore {
	/** The stored value, or `undefined`. */
	get(key: string): unknown;
	/** Stores a JSON value. */
	set(key: string, value: unknown): void;
}

/**
 * `localStorage`, apart for each scope: whoever uses the same browser next must not see the names that others gave their views.
 * Remembers nothing where there is none (server, blocked, full), and never throws.
 */
export function localPreferences(scope: string): PreferencesStore {
	const prefix = `proyecta-customers:${scope && `${shortHash(scope)}:`}`;
	return {
		get(key) {
			try {
				// What is not there is no JSON either.
				return JSON.parse(localStorage.getItem(prefix + key) ?? '');
			} catch {
				return undefined;
			}
		},
		set(key, value) {
			try {
				localStorage.setItem(prefix + key, JSON.stringify(value));
			} catch {
				// Blocked or full: the choice holds until the page is left.
			}
		},
	};
}
