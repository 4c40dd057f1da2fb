/** What can go wrong with a story's backend, by the name that the address of a story knows it by. */
export const faults = {
	slow: { label: 'Slow answers', about: 'Each call takes three seconds.' },
	taken: { label: '409: the email is taken', about: 'Another customer has every email that is saved.' },
	conflict: { label: '412: somebody else saves first', about: 'Just before an edit is saved, another one is.' },
	limited: { label: '429: too many requests', about: 'Each call is refused, and may be made again in a second.' },
	failing: { label: '500: the server fails', about: 'Each call fails, with an id of the request.' },
	unavailable: { label: '503: the database is away', about: 'Each call fails, and may succeed later.' },
	offline: { label: 'Offline', about: 'The browser has no network.' },
	lagging: { label: 'A search that lags', about: 'Searches and filters see a write fifteen seconds later.' },
	webhook: { label: 'A late webhook', about: 'Whoever pays comes back at once, and nothing has changed yet.' },
} as const;

export type Fault = keyof typeof faults;

/** The faults of a story, as its address spells them: by name, with spaces between. */
export const readFaults = (text = ''): ReadonlySet<Fault> =>
	new Set(text.split(' ').filter((name): name is Fault => Object.hasOwn(faults, name)));
