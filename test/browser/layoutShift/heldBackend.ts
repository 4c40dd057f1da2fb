import type { CustomerBackend } from '../../../src/index';
import type { PlannedCall } from '../../../src/testing';

type Method = PlannedCall['method'];

/** A backend whose answers come when they are told to, whatever the machine does meanwhile. */
export function heldBackend(backend: CustomerBackend) {
	const gates = new Map<Method, ReturnType<typeof createGate>>();
	const gate = (method: Method) => {
		const known = gates.get(method) ?? createGate();
		gates.set(method, known);
		return known;
	};
	return {
		backend: new Proxy(backend, {
			get(target, name: Method) {
				const call = target[name] as ((...args: unknown[]) => Promise<unknown>) | undefined;
				// Who listens has no answer to wait for: it gets its end at once.
				if (typeof call !== 'function' || name === 'subscribe') return call;
				return (...args: unknown[]) => gate(name).pass(() => call.apply(target, args));
			},
		}),
		/** Lets the calls of a method through, those that wait and those that follow; resolves once all that waited have their answers. */
		answer: (method: Method) => gate(method).open(),
		/** From now on they wait again. */
		hold: (method: Method) => void gates.delete(method),
	};
}

function createGate() {
	const answers: Promise<unknown>[] = [];
	let open = () => {};
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	return {
		pass(call: () => Promise<unknown>) {
			const answer = opened.then(call);
			answers.push(answer);
			return answer;
		},
		async open() {
			open();
			await Promise.allSettled(answers);
		},
	};
}
