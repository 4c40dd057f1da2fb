import { afterEach as findViolations } from '@storybook/addon-a11y/preview';
import type { StoryContext } from '@storybook/react-vite';
import { cutOff } from './cutOff';
import { leftInEnglish } from './leftInEnglish';
import { fontsLoaded, withoutFont } from './lookFonts';

/**
 * Looks at a story as its play left it: no English is left in other languages, each letter has a font, nothing is cut off on a tablet, a
 * wide screen and a phone, and axe finds nothing on any of them, light or dark. Colours and roles are the same in every language: `layout`
 * leaves those two to the languages that look at all.
 */
export async function lookAround(context: StoryContext, looks: string): Promise<void> {
	await fontsLoaded();
	none('Left in English', leftInEnglish(context.globals.locale));
	none('Without a font', withoutFont());
	await layOut(768);
	if (looks === 'all') await runAxe(context, 'light');
	await layOut(1600);
	if (looks === 'all') {
		await runAxe(context, 'light');
		await runAxe(context, 'dark');
	}
	await layOut(320);
	if (looks === 'all') await runAxe(context, 'dark');
	// The addon itself is next.
	await paint('light');
}

async function layOut(width: number): Promise<void> {
	const { page } = await import('vitest/browser');
	await page.viewport(width, 900);
	await painted();
	none(`Cut off at ${width} px`, cutOff());
}

function none(trouble: string, found: string[]): void {
	if (found.length) throw new Error(`${trouble}: ${found.join(' · ')}`);
}

async function runAxe(context: StoryContext, theme: string): Promise<void> {
	await paint(theme);
	try {
		await findViolations(context as never);
	} catch (error) {
		throw new Error(`${theme}, ${innerWidth} px: ${(error as Error).message}`);
	}
}

async function paint(theme: string): Promise<void> {
	document.documentElement.dataset.theme = theme;
	await painted();
}

/** Colours and layout are settled: transitions take a millisecond where no motion is wanted. */
async function painted(): Promise<void> {
	for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}
