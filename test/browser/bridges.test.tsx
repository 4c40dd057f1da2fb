/// <reference types="vite/client" />
import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerForm, CustomersProvider, CustomerTable } from '../../src/index';
import material from '../../src/styles/material.css?inline';
import shadcn from '../../src/styles/shadcn.css?inline';
import kit from '../../src/styles.css?inline';
import { sampleCustomers } from '../../src/testing';
import { material3Theme, muiTheme, shadcnTheme } from '../../stories/hostThemes';

/** The variables of a host that each look follows, and what a component takes from the host where it has one. */
const hosts = {
	'shadcn/ui': {
		theme: shadcnTheme,
		bridge: shadcn,
		canvas: '--background',
		text: '--foreground',
		muted: '--muted-foreground',
		accent: '--primary',
		onAccent: '--primary-foreground',
		input: '--input',
		radius: { light: '8px', from: '--radius', other: '20px', after: '18px' },
	},
	'Material UI': {
		theme: muiTheme,
		bridge: material,
		canvas: '--mui-palette-background-default',
		text: '--mui-palette-text-primary',
		muted: '--mui-palette-text-secondary',
		accent: '--mui-palette-primary-main',
		onAccent: '--mui-palette-primary-contrastText',
		input: null,
		radius: { light: '4px', from: '--mui-shape-borderRadius', other: '20px', after: '20px' },
	},
	'Material 3': {
		theme: material3Theme,
		bridge: material,
		canvas: '--md-sys-color-surface',
		text: '--md-sys-color-on-surface',
		muted: '--md-sys-color-on-surface-variant',
		accent: '--md-sys-color-primary',
		onAccent: '--md-sys-color-on-primary',
		input: '--md-sys-color-outline',
		radius: { light: '4px', from: '--md-sys-shape-corner-extra-small', other: '20px', after: '20px' },
	},
} as const;

const html = document.documentElement;
const sheets: HTMLStyleElement[] = [];

function wear(...texts: string[]): void {
	for (const text of [...texts, '*, ::before { transition: none !important; animation: none !important }']) {
		const sheet = document.createElement('style');
		sheet.textContent = text;
		document.head.append(sheet);
		sheets.push(sheet);
	}
}

afterEach(() => {
	for (const sheet of sheets.splice(0)) sheet.remove();
	html.removeAttribute('class');
	html.removeAttribute('style');
	document.body.removeAttribute('style');
});

/** What a colour is computed to, whatever it is written as. */
function computed(property: 'color' | 'backgroundColor', value: string): string {
	const probe = document.createElement('i');
	probe.style[property] = value;
	document.body.append(probe);
	const { [property]: seen } = getComputedStyle(probe);
	probe.remove();
	return seen;
}

/** How far two colours of the page are apart: 0 to 255 in the channel that differs most. */
function apart(one: string, other: string): number {
	const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })!;
	const [from, to] = [one, other].map((value) => {
		pen.fillStyle = computed('backgroundColor', value);
		pen.fillRect(0, 0, 1, 1);
		return pen.getImageData(0, 0, 1, 1).data;
	});
	return Math.max(...[0, 1, 2].map((channel) => Math.abs(from![channel]! - to![channel]!)));
}

async function showPage() {
	render(
		<CustomersProvider backend={memoryBackend({ customers: sampleCustomers(12) })}>
			<CustomerTable onCreate={() => {}} getCustomerHref={({ id }) => `#${id}`} />
			<CustomerForm guard={false} />
		</CustomersProvider>,
	);
	await expect.poll(() => screen.queryAllByRole('row').length).toBeGreaterThan(10);
	await expect.poll(() => screen.getByRole('table').getAttribute('aria-busy')).toBe('false');
	const root = (await screen.findByRole('table')).closest<HTMLElement>('[data-pc-root]')!;
	const [button] = await screen.findAllByRole('button', { name: 'New customer' });
	const input = await screen.findByRole('textbox', { name: 'Email' });
	return { root, button: button!, input, hint: document.querySelector<HTMLElement>('.pc-hint')! };
}

describe.each(Object.entries(hosts))('the bridge on a page of %s', (_, host) => {
	it.each(['light', 'dark'])('wears its colours in the %s, which can be read', async (scheme) => {
		html.className = scheme;
		wear(kit, host.bridge, host.theme);
		document.body.style.background = `var(${host.canvas})`;
		const { root, button, input, hint } = await showPage();
		expect(getComputedStyle(root).backgroundColor).toBe(computed('backgroundColor', `var(${host.canvas})`));
		expect(getComputedStyle(root).color).toBe(computed('color', `var(${host.text})`));
		expect(getComputedStyle(hint).color).toBe(computed('color', `var(${host.muted})`));
		expect(getComputedStyle(button).backgroundColor).toBe(computed('backgroundColor', `var(${host.accent})`));
		expect(getComputedStyle(button).color).toBe(computed('color', `var(${host.onAccent})`));
		expect(getComputedStyle(root).colorScheme).toBe(scheme);
		// Also where somebody is, and what is chosen.
		const [one, other] = screen.getAllByRole('row').filter(({ classList }) => classList.contains('pc-row'));
		one!.querySelector('a')!.focus();
		other!.dataset.selected = '';
		for (const seen of ['hover', 'sunken'].map((name) => `var(--pc-surface-${name})`).concat('var(--pc-accent-soft)'))
			expect(apart(seen, 'var(--pc-surface)'), seen).toBeGreaterThan(2);
		const mark = getComputedStyle(one!.querySelector('[data-initials]')!, '::before').backgroundColor;
		expect(mark).not.toBe(getComputedStyle(one!).backgroundColor);
		if (host.input) expect(getComputedStyle(input).borderTopColor).toBe(computed('color', `var(${host.input})`));
		const { violations } = await axe.run(document.body, { runOnly: ['color-contrast'] });
		expect(violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`))).toEqual([]);
	});

	it('has its corners and its font', async () => {
		wear(kit, host.theme, host.bridge);
		document.body.style.fontFamily = 'Georgia';
		const { root, input } = await showPage();
		expect(getComputedStyle(input).borderTopLeftRadius).toBe(host.radius.light);
		html.style.setProperty(host.radius.from, host.radius.other);
		expect(getComputedStyle(input).borderTopLeftRadius).toBe(host.radius.after);
		expect(getComputedStyle(root).fontFamily).toBe('Georgia');
	});
});

/** The primary colours of shadcn/ui's coloured themes, in the light and in the dark. */
const primaries = {
	yellow: ['oklch(0.795 0.184 86.047)', 'oklch(0.795 0.184 86.047)'],
	orange: ['oklch(0.705 0.213 47.604)', 'oklch(0.646 0.222 41.116)'],
	green: ['oklch(0.723 0.219 149.579)', 'oklch(0.696 0.17 162.48)'],
	red: ['oklch(0.637 0.237 25.331)', 'oklch(0.637 0.237 25.331)'],
	blue: ['oklch(0.623 0.214 259.815)', 'oklch(0.488 0.243 264.376)'],
	violet: ['oklch(0.606 0.25 292.717)', 'oklch(0.541 0.281 293.009)'],
};

/** How much brighter one colour of the page is than another, as WCAG counts it. */
function contrast(one: string, other: string): number {
	const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })!;
	const [low, high] = [one, other]
		.map((value) => {
			pen.fillStyle = computed('backgroundColor', value);
			pen.fillRect(0, 0, 1, 1);
			const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map((channel) =>
				channel > 10 ? ((channel / 255 + 0.055) / 1.055) ** 2.4 : channel / 255 / 12.92,
			);
			return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05;
		})
		.sort((first, second) => first - second);
	return high! / low!;
}

it.each(Object.entries(primaries))('links and initials can be read on a page of shadcn/ui in %s', (_, [light, dark]) => {
	wear(kit, shadcn, shadcnTheme, `:root { --primary: ${light} } .dark { --primary: ${dark} }`);
	for (const scheme of ['light', 'dark']) {
		html.className = scheme;
		for (const ground of ['canvas', 'surface', 'surface-hover', 'accent-soft'])
			expect(contrast('var(--pc-accent-text)', `var(--pc-${ground})`), `${scheme}, ${ground}`).toBeGreaterThan(4.5);
	}
});

it('follows the attributes that Material UI switches its scheme by', async () => {
	wear(kit, material, muiTheme.replace('.dark', '[data-mui-color-scheme="dark"], [data-dark]'));
	const { root } = await showPage();
	const schemes = ['data-mui-color-scheme', 'data-dark'].map((name) => {
		html.setAttribute(name, 'dark');
		const { colorScheme, backgroundColor } = getComputedStyle(root);
		html.removeAttribute(name);
		return [colorScheme, backgroundColor];
	});
	expect(schemes).toEqual(Array(2).fill(['dark', 'rgb(18, 18, 18)']));
	expect(getComputedStyle(root).colorScheme).toBe('light');
});
