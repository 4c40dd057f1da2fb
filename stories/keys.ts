import { userEvent } from 'storybook/test';

/** Keys and clicks of the browser itself where a story runs as a test, simulated ones elsewhere; both speak the same language. */
export async function realUser(): Promise<Pick<typeof userEvent, 'keyboard' | 'tab' | 'dblClick' | 'click'>> {
	if (!('__vitest_browser__' in window)) return userEvent;
	return (await import('vitest/browser')).userEvent as never;
}

/** Types the beginning of an option's name into the list that has the focus, as people do in any list of a browser. */
export async function typeIntoList(text: string): Promise<void> {
	const list = document.activeElement as HTMLSelectElement;
	if (!('__vitest_browser__' in window)) {
		return userEvent.selectOptions(list, [...list.options].find((option) => option.text.startsWith(text))!);
	}
	const session = (await import('vitest/browser')).cdp() as { send: (method: string, params: object) => Promise<unknown> };
	for (const key of text) {
		// Letters of any script, as a keyboard of that language sends them.
		await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
		await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
	}
}
