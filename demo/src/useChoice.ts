import { useState } from 'react';

/** One of some choices, remembered by this browser. */
export function useChoice<T extends string>(name: string, choices: readonly T[], first: T): [T, (choice: T) => void] {
	const [choice, setChoice] = useState<T>(() => choices.find((one) => one === read(name)) ?? first);
	const choose = (next: T) => {
		setChoice(next);
		write(name, next);
	};
	return [choice, choose];
}

/** Storage throws where the browser forbids it; the choice then lasts until the page is left. */
function read(name: string): string | null {
	try {
		return localStorage.getItem(`lotus.${name}`);
	} catch {
		return null;
	}
}

function write(name: string, value: string): void {
	try {
		localStorage.setItem(`lotus.${name}`, value);
	} catch {
		// Nothing to keep it in.
	}
}
