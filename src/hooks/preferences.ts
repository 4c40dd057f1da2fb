/** Where columns and views are remembered. Never holds personal data. */
export interface PreferencesStore {
	/** The stored value, or `undefined`. */
	get(key: string): unknown;
	/** Stores a JSON value; `undefined` forgets it. */
	set(key: string, value: unknown): void;
}

const prefix = 'proyecta-customers:';

/** `localStorage`; remembers nothing where there is none (server, blocked, full), and never throws. */
export const localPreferences: PreferencesStore = {
	get(key) {
		try {
			const text = globalThis.localStorage.getItem(prefix + key);
			return text === null ? undefined : JSON.parse(text);
		} catch {
			return undefined;
		}
	},
	set(key, value) {
		try {
			if (value === undefined) globalThis.localStorage.removeItem(prefix + key);
			else globalThis.localStorage.setItem(prefix + key, JSON.stringify(value));
		} catch {
			// Blocked or full: the choice holds until the page is left.
		}
	},
};
