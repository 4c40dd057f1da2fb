import type { CustomerBackend, CustomerChange } from '../../src/server';
import { broken } from './brokenBackends';

/** Whether a listener took a change without throwing. */
function tells(listener: (change: CustomerChange) => void, change: CustomerChange): boolean {
	try {
		listener(change);
		return true;
	} catch {
		return false;
	}
}

type Subscribe = NonNullable<CustomerBackend['subscribe']>;
const telling = (breaking: (subscribe: Subscribe) => Subscribe) => broken({}, (right) => ({ subscribe: breaking(right.subscribe!) }));

/** What is broken about live changes, the case that must notice it (by the start of its name), and such a backend. */
export const brokenLive: Record<string, { caughtBy: string; make: () => CustomerBackend }> = {
	'tells of nobody who was changed': {
		caughtBy: 'live: every subscriber',
		make: telling((subscribe) => (onChange, call) => subscribe((change) => change.type !== 'updated' && onChange(change), call)),
	},
	'tells more of a change than the id': {
		caughtBy: 'live: every subscriber',
		make: telling(
			(subscribe) => (onChange, call) => subscribe((change) => onChange(Object.assign({ email: 'asha@example.com' }, change)), call),
		),
	},
	'tells of a create again when it finds the customer': {
		caughtBy: 'live: what is created once',
		make: telling(
			(subscribe) => (onChange, call) =>
				subscribe((change) => {
					onChange(change);
					setTimeout(() => onChange(change), 50);
				}, call),
		),
	},
	'tells everybody of everything': {
		caughtBy: 'live: no other scope',
		make: broken({}, (right) => {
			const listeners = new Set<(change: CustomerChange) => void>();
			return {
				async create(input, call) {
					const result = await right.create(input, call);
					for (const listener of listeners) listener({ type: 'created', id: result.customer.id });
					return result;
				},
				subscribe(onChange, call) {
					listeners.add(onChange);
					const stop = right.subscribe!(onChange, call);
					return () => {
						listeners.delete(onChange);
						stop();
					};
				},
			};
		}),
	},
	'goes on telling when nobody wants to hear any more': {
		caughtBy: 'live: nothing is told after the end',
		make: telling((subscribe) => (...args) => {
			subscribe(...args);
			return () => {};
		}),
	},
	'goes on telling after the signal': {
		caughtBy: 'live: nothing is told after the end',
		make: telling(
			(subscribe) =>
				(onChange, { scope = '' } = {}) =>
					subscribe(onChange, { scope }),
		),
	},
	'keeps the others from hearing when a listener throws': {
		caughtBy: 'live: a listener that throws',
		make: telling((subscribe) => {
			const listeners = new Set<(change: CustomerChange) => void>();
			return (onChange, call) => {
				listeners.add(onChange);
				return subscribe((change) => [...listeners][0] === onChange && [...listeners].every((listener) => tells(listener, change)), call);
			};
		}),
	},
};
