import { userEvent } from 'storybook/test';

/** Keys and clicks of the browser itself where a story runs as a test, simulated ones elsewhere; both speak the same language. */
export async function realUser(): Promise<Pick<typeof userEvent, 'keyboard' | 'tab' | 'dblClick' | 'click'>> {
	if (!('__vitest_browser__' in window)) return userEvent;
	return (await import('vitest/browser')).userEvent as never;
}
