import { useState } from 'react';

/** One of some choices, remembered by this browser. */
export function useChoice<T extends string>(name: string, choices: readonly T[], first: T): [T, (choice: T) => void] {
	const [choice, setChoice] = useState<T>(() => readChoice(name, choices) ?? first);
	const choose = (next: T) => {
		setChoice(next);
		rememberChoice(name, next);
	};
	return [choice, choose];
}

/** What was chosen. Storage throws where the browser forbids it; a choice then lasts until the page is left. */
export function readChoice<T extends string>(name: string, choices: readonly T[]): T | undefined {
	try {
		const kept = localStorage.getItem(`lotus.${name}`);
		return choices.find((one) => one === kept);
	} catch {
		return undefined;
	}
}

export function rememberChoice(name: string, value: string): void {
	try {
		localStorage.setItem(`lotus.${name}`, value);
	} catch {
		// Nothing to keep it in.
	}
}
