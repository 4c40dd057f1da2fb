import { userEvent } from 'storybook/test';

type User = Pick<typeof userEvent, 'tab' | 'dblClick' | 'click'> & { keyboard: (text: string) => Promise<unknown> };

/** Keys and clicks of the browser itself where a story runs as a test, simulated ones elsewhere; both speak the same language. */
export async function realUser(): Promise<User> {
	if ('__vitest_browser__' in window) return (await import('vitest/browser')).userEvent as never;
	return { ...userEvent, keyboard };
}

/**
 * Letters are written by the browser where a field is in a shadow root: React does not hear of what is simulated there. Of a key that is
 * held a browser says so.
 */
async function keyboard(text: string): Promise<void> {
	for (const part of text.split(/(\{[^}]*\})/).filter(Boolean)) {
		const [, key, times] = part.match(/^\{(\w+)>(\d+)\/\}$/) ?? [];
		if (key) await hold(key, Number(times));
		else if (part.startsWith('{') || !isInShadow()) await userEvent.keyboard(part);
		else document.execCommand('insertText', false, part);
	}
}

const isInShadow = () => document.activeElement?.shadowRoot?.activeElement instanceof HTMLInputElement;

async function hold(key: string, times: number): Promise<void> {
	const user = userEvent.setup();
	await user.keyboard(`{${key}>}`);
	for (let time = 1; time < times; time++) {
		const press = new KeyboardEvent('keydown', { key, code: key, repeat: true, bubbles: true, cancelable: true });
		const { activeElement: field } = document;
		if (field?.dispatchEvent(press) && field instanceof HTMLInputElement) field.form?.requestSubmit();
	}
	await user.keyboard(`{/${key}}`);
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
