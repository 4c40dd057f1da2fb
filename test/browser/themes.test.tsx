/// <reference types="vite/client" />
import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerBrowser, CustomerForm, CustomersProvider } from '../../src/index';
import contrast from '../../src/styles/contrast.css?inline';
import kit from '../../src/styles.css?inline';
import { sampleCustomers } from '../../src/testing';

const html = document.documentElement;
const sheet = document.createElement('style');

const emulate = (media: string, name = '', value = '') =>
	cdp().send('Emulation.setEmulatedMedia', { media, features: name ? [{ name, value }] : [] });

beforeEach(async () => {
	sheet.textContent = `${kit}\n${contrast}\n*, ::before { transition: none !important }`;
	document.head.append(sheet);
	render(
		<CustomersProvider backend={memoryBackend({ customers: sampleCustomers(12) })}>
			<CustomerBrowser basePath="/customers" path="/customers" />
			<CustomerForm guard={false} />
		</CustomersProvider>,
	);
	await screen.findByRole('textbox', { name: 'Email' });
	await expect.poll(() => document.querySelectorAll('.pc-row').length).toBe(12);
});

afterEach(async () => {
	sheet.remove();
	html.removeAttribute('style');
	html.removeAttribute('data-theme');
	document.body.removeAttribute('style');
	await emulate('');
});

const style = (selector: string) => getComputedStyle(document.querySelector(selector)!);

describe('a variable reaches what it is for', () => {
	it.each([
		['--pc-weight', '450', '.pc-button[data-variant="primary"]', 'fontWeight', '450'],
		['--pc-weight', '450', '.pc-label', 'fontWeight', '450'],
		['--pc-weight-strong', '750', '.pc-heading', 'fontWeight', '750'],
		['--pc-tracking', '2px', '.pc-heading', 'letterSpacing', '2px'],
		['--pc-border-width', '3px', '.pc-button', 'borderTopWidth', '3px'],
		['--pc-border-width', '3px', '.pc-form .pc-input', 'borderTopWidth', '3px'],
		['--pc-radius', '13px', '.pc-button', 'borderTopLeftRadius', '13px'],
		['--pc-radius', '13px', '.pc-form .pc-input', 'borderTopLeftRadius', '13px'],
		['--pc-radius-small', '7px', '.pc-heading', 'borderTopLeftRadius', '7px'],
		['--pc-radius-large', '17px', '.pc-table-frame', 'borderTopLeftRadius', '17px'],
		['--pc-control-height', '50px', '.pc-form .pc-input', 'height', '50px'],
		['--pc-text-size', '18px', '.pc-form .pc-input', 'fontSize', '18px'],
	] as const)('%s: %s on %s', (variable, value, selector, property, seen) => {
		expect(style(selector)[property]).not.toBe(seen);
		html.style.setProperty(variable, value);
		expect(style(selector)[property]).toBe(seen);
	});
});

describe('whoever wants more contrast', () => {
	it.each([
		['light', 'rgb(0, 0, 0)'],
		['dark', 'rgb(255, 255, 255)'],
	])('has text and lines of one strength in the %s, sevenfold', async (theme, strong) => {
		html.dataset.theme = theme;
		document.body.style.background = 'var(--pc-canvas)';
		const soft = style('.pc-hint').color;
		expect(soft).not.toBe(strong);
		await emulate('', 'prefers-contrast', 'more');
		expect([style('.pc-hint').color, style('.pc-form .pc-input').borderTopColor, style('.pc-table-frame').borderTopColor]).toEqual(
			Array(3).fill(strong),
		);
		const { violations } = await axe.run(document.body, { runOnly: ['color-contrast-enhanced'] });
		expect(violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`))).toEqual([]);
	});
});

describe('where colours are forced', () => {
	it('buttons have an edge, and lists of choices are the browser’s own', async () => {
		const edges = () => [...document.querySelectorAll('.pc-button')].map((button) => getComputedStyle(button).borderTopColor);
		expect(edges()).toContain('rgba(0, 0, 0, 0)');
		await emulate('', 'forced-colors', 'active');
		expect(matchMedia('(forced-colors: active)').matches).toBe(true);
		expect(edges()).not.toContain('rgba(0, 0, 0, 0)');
		expect(style('.pc-select').appearance).toBe('auto');
	});

	it.each(['textbox', 'combobox'] as const)('the edge of a %s that is wrong is another, and nothing moves', async (role) => {
		await emulate('', 'forced-colors', 'active');
		if (role === 'combobox') await userEvent.click(screen.getByRole('button', { name: 'Add address' }));
		const field = (await screen.findAllByRole(role)).find((one) => one.closest('.pc-form'))!;
		const seen = () => {
			const { borderTopWidth, borderBottomWidth, outlineStyle } = getComputedStyle(field);
			const { top, height } = field.getBoundingClientRect();
			return { edge: [borderTopWidth, borderBottomWidth, outlineStyle], place: [top, height] };
		};
		const before = seen();
		field.setAttribute('aria-invalid', 'true');
		const after = seen();
		expect(after.edge).not.toEqual(before.edge);
		expect(after.place).toEqual(before.place);
	});
});

describe('on paper', () => {
	it('the rows are there and what is pressed is not', async () => {
		// As UndoNotice is, over whatever page there is.
		document.querySelector('.pc-browser')!.append(Object.assign(document.createElement('p'), { className: 'pc-undo' }));
		await emulate('print');
		expect(document.querySelector('.pc-table')!.checkVisibility()).toBe(true);
		for (const part of ['.pc-toolbar', '.pc-undo', '.pc-pager-buttons .pc-button', '.pc-pager-size']) {
			expect([part, document.querySelector(part)!.checkVisibility()]).toEqual([part, false]);
		}
	});
});
