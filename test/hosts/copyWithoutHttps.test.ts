import { chromium } from 'playwright';
import { expect, it } from 'vitest';
import { findBrowser } from '../browser.mjs';
import { buildPage } from './buildPage';
import { startStrictHost } from './startStrictHost';

it('copies on a page over plain http, which has no clipboard', async () => {
	const host = await startStrictHost(await buildPage('detailPage.tsx'), () => '');
	const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--host-resolver-rules=MAP *.test 127.0.0.1'] });
	try {
		const tab = await browser.newPage();
		await tab.goto(`http://shop.test:${host.port}`);
		expect(await tab.evaluate(() => typeof navigator.clipboard)).toBe('undefined');
		for (const [name, text] of [
			['Copy ID', 'cus_1'],
			['Copy email', 'asha@example.com'],
		] as const) {
			await tab.getByRole('button', { name }).click();
			await tab.getByRole('status').filter({ hasText: 'Copied' }).first().waitFor();
			await tab.evaluate(() => document.body.append(document.createElement('textarea')));
			const box = tab.locator('textarea').last();
			await box.press('ControlOrMeta+V');
			expect(await box.inputValue()).toBe(text);
		}
	} finally {
		await browser.close();
		await host.stop();
	}
});
