/// <reference types="vite/client" />
import { render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import kit from '../../src/styles.css?inline';
import { scenes } from './hostStyles/scenes';
import tailwind3 from './hostStyles/tailwind3.css?raw';
import tailwind4 from './hostStyles/tailwind4.css?raw';

const sheets: HTMLStyleElement[] = [];

/** The page's stylesheets, in their order, and no others. */
function wear(...texts: string[]): void {
	for (const sheet of sheets.splice(0)) sheet.remove();
	for (const text of texts) {
		const sheet = document.createElement('style');
		sheet.textContent = text;
		document.head.append(sheet);
		sheets.push(sheet);
	}
}

afterEach(() => {
	wear();
	document.documentElement.removeAttribute('class');
	document.documentElement.removeAttribute('data-theme');
});

/** Elements of the kit with what they draw before themselves and in an empty input; an icon's own lines are its own matter. */
const drawn = () =>
	[...document.querySelectorAll('[data-pc-root], [data-pc-root] *:not(svg *)')].flatMap((element) => [
		...(element.checkVisibility() ? [{ element, pseudo: '' }] : []),
		...(getComputedStyle(element, '::before').content === 'none' ? [] : [{ element, pseudo: '::before' }]),
		...(element.matches('input') ? [{ element, pseudo: '::placeholder' }] : []),
	]);

/** Said twice by every style, by sides and by directions, or following from what is compared; and what no part of the kit shows. */
const left =
	/^--|^(block|inline|min-block|min-inline|max-block|max-inline|perspective-origin|transform-origin)|-(block|inline)\b|^(tab-size|text-size-adjust|-webkit-tap-highlight-color)$/;

function look(element: Element, pseudo: string): Map<string, string> {
	const style = getComputedStyle(element, pseudo || undefined);
	const boxOnly = element.matches('[type="checkbox"], [type="radio"]');
	return new Map(
		Array.from(style, (name) => [name, style.getPropertyValue(name)] as const).filter(([name]) => {
			if (left.test(name) || (boxOnly && /color|^font|line-height/.test(name) && !/accent|background|border/.test(name))) return false;
			const [, side] = name.match(/^(border-\w+)-(?:color|style)$/) ?? [];
			return side === undefined || style.getPropertyValue(`${side}-width`) !== '0px';
		}),
	);
}

const looks = () => drawn().map(({ element, pseudo }) => ({ element, pseudo, style: look(element, pseudo) }));

/** `select.pc-select cursor` for each property of each part that is not as it was. */
function differences(before: ReturnType<typeof looks>): string[] {
	const found = before.flatMap(({ element, pseudo, style }) => {
		const now = look(element, pseudo);
		const slot = element.closest('[data-slot]')?.getAttribute('data-slot');
		const part = element.matches('[data-slot]') ? `${element.localName}.${slot}` : `.${slot} ${element.localName}`;
		return [...new Set([...style.keys(), ...now.keys()])]
			.filter((name) => style.get(name) !== now.get(name))
			.map((name) => `${part}${pseudo} ${name}: ${style.get(name)} → ${now.get(name)}`);
	});
	return [...new Set(found)].sort();
}

/** What a reset changes that nobody sees, and why. */
const harmless = [
	// It stands in boxes that centre it by themselves.
	/^svg\.pc-icon vertical-align/,
	/^div\.pc-progress::before box-sizing/,
	// Initials have neither padding nor lines.
	/^td\.pc-cell::before box-sizing/,
	// The browser draws the list of a select.
	/^\.pc-select option (padding-\w+|cursor)/,
	// A bare tag, which a reset after the sheet is as strong as: bold all the same.
	/^\.pc-import-reasons strong font-weight: 600 → 700/,
	// Heard and not seen.
	/^h3\.pc-unseen (font-\w+|line-height)/,
	// Of a search box. It has borders of its own, so the browser draws none either way.
	/^input\.pc-input (appearance|outline-offset)/,
];

const page = 'body { margin: 0 } *, ::before { transition: none !important; animation: none !important }';
const bare = '* { margin: 0; padding: 0 }';
const layered = [tailwind4, `@layer components { ${kit} }`];
const hosts: Record<string, string[]> = {
	'Tailwind 3 before it': [tailwind3, kit],
	'Tailwind 3 after it': [kit, tailwind3],
	'Tailwind 4 around it': layered,
	'a bare reset before it': [bare, kit],
	'a bare reset after it': [kit, bare],
};

describe.each(Object.entries(scenes))('%s', (_, show) => {
	it('looks the same whatever a host resets', async () => {
		wear(page, kit);
		await show();
		const before = looks();
		expect(before.length).toBeGreaterThan(20);
		for (const [host, sheets] of Object.entries(hosts)) {
			wear(page, ...sheets);
			const seen = differences(before).filter((difference) => !harmless.some((pattern) => pattern.test(difference)));
			expect(seen, host).toEqual([]);
		}
	});

	it('has headings that can be read whatever those of the page look like', async () => {
		wear(page, kit);
		await show();
		const before = looks().filter(({ element }) => element.matches('h1, h2, h3, h4, h5, h6'));
		wear('h1, h2, h3, h4, h5, h6 { margin: 2rem; font-size: 56px; font-weight: 100; color: rgb(245 245 244) }', page, kit);
		const seen = differences(before).filter((difference) => !harmless.some((pattern) => pattern.test(difference)));
		expect(seen).toEqual([]);
	});

	it("takes a host's class that comes after, on each part, and a utility of Tailwind 4", async () => {
		wear(
			page,
			kit,
			'.mine { padding: 7px; border: 3px solid rgb(1, 2, 3); border-radius: 11px; background: rgb(4, 5, 6); font-size: 21px }',
		);
		await show();
		// Boxes to tick and the lists of selects are the browser's own.
		const parts = [...document.querySelectorAll('[data-pc-root], [data-pc-root] *:not(svg *, option, [type="checkbox"], [type="radio"])')];
		const taken = (wanted: Record<string, string>) =>
			parts.flatMap((part) =>
				Object.entries(wanted)
					.filter(([name, value]) => getComputedStyle(part).getPropertyValue(name) !== value)
					.map(([name]) => `${part.localName}.${part.className} ${name}: ${getComputedStyle(part).getPropertyValue(name)}`),
			);
		for (const part of parts) part.classList.add('mine', 'p-8', 'border-4', 'rounded-none', 'bg-red-500', 'text-xl');
		expect(
			taken({
				'padding-top': '7px',
				'border-left-width': '3px',
				'border-bottom-color': 'rgb(1, 2, 3)',
				'border-top-left-radius': '11px',
				'background-color': 'rgb(4, 5, 6)',
				'font-size': '21px',
			}),
		).toEqual([]);
		wear(page, ...layered);
		expect(
			taken({
				'padding-top': '32px',
				'border-left-width': '4px',
				'border-top-left-radius': '0px',
				'background-color': 'oklch(0.637 0.237 25.331)',
				'font-size': '20px',
			}),
		).toEqual([]);
	});
});

describe('light and dark', () => {
	const system = (scheme: string) =>
		cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
	const html = document.documentElement;

	afterEach(() => system(''));

	it('are those of the host: light, unless it says dark, or to follow the system', async () => {
		wear(page, kit);
		await scenes['a form in a dialog']!();
		const light = looks();
		const scheme = () => {
			const found = new Set(drawn().map(({ element }) => getComputedStyle(element).colorScheme));
			const kept = differences(light).length === 0;
			return [...found].join() + (kept === found.has('light') ? '' : ', in half');
		};
		expect(scheme()).toBe('light');
		const told: [system: string, says: () => void, scheme: string][] = [
			['dark', () => {}, 'light'],
			['dark', () => html.setAttribute('class', 'dark'), 'dark'],
			['light', () => html.setAttribute('class', 'dark'), 'dark'],
			['dark', () => html.setAttribute('class', 'light'), 'light'],
			['light', () => html.setAttribute('data-theme', 'dark'), 'dark'],
			['dark', () => html.setAttribute('data-theme', 'light'), 'light'],
			['dark', () => html.setAttribute('data-theme', 'system'), 'dark'],
			['light', () => html.setAttribute('data-theme', 'system'), 'light'],
		];
		for (const [preferred, says, expected] of told) {
			html.removeAttribute('class');
			html.removeAttribute('data-theme');
			await system(preferred);
			says();
			expect(`${html.outerHTML.split('>')[0]}> on a ${preferred} system: ${scheme()}`).toMatch(new RegExp(`: ${expected}$`));
		}
	});

	it('are those of the nearest that says so, also for a switch within the page', async () => {
		wear(page, kit);
		const { container } = render(
			<div className="dark">
				<div data-theme="light">
					<div data-pc-root="" />
				</div>
				<div data-pc-root="" />
			</div>,
		);
		const [inner, outer] = [...container.querySelectorAll('[data-pc-root]')].map((part) => getComputedStyle(part));
		expect([inner!.colorScheme, inner!.backgroundColor]).toEqual(['light', 'rgb(255, 255, 255)']);
		expect([outer!.colorScheme, outer!.backgroundColor]).toEqual(['dark', 'rgb(19, 20, 24)']);
	});
});
