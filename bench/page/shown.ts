import type { Customer } from '../../src/domain/customer';
import { hrefOf } from './subject';

export const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** When the frame has been handed over that shows what the page holds now. */
function painted(): Promise<number> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => {
				port1.close();
				resolve(performance.now());
			};
			port2.postMessage(null);
		});
	});
}

/** Milliseconds from then until the first frame that shows it. */
export async function shown(start: number, isThere: () => boolean): Promise<number> {
	while (!isThere()) {
		if (performance.now() - start > 60_000) throw new Error(`Never shown: ${isThere}`);
		await frame();
	}
	return (await painted()) - start;
}

/** Where the rows on the page lead. */
export const links = () => [...document.querySelectorAll<HTMLAnchorElement>('tbody a')].map((link) => link.getAttribute('href'));

/** Whether the page shows these customers and no others. */
export const shows = (customers: readonly Customer[]) => () => {
	const now = links();
	return now.length === customers.length && customers.every((customer, at) => now[at] === hrefOf(customer));
};

export const rowOf = (customer: Customer) => document.querySelector(`tbody a[href="${hrefOf(customer)}"]`)!.closest('tr')!;

/** Presses the button of that name. */
export function press(name: RegExp): void {
	const named = (one: HTMLButtonElement) => name.test(one.getAttribute('aria-label') ?? one.textContent ?? '');
	[...document.querySelectorAll('button')].find(named)!.click();
}

export function type(text: string): void {
	const box = document.querySelector<HTMLInputElement>('input[type="search"]')!;
	Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, text);
	box.dispatchEvent(new InputEvent('input', { bubbles: true }));
	// Who waits for a pause in typing need not wait for it: how long that is, is a choice and no cost.
	box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}
