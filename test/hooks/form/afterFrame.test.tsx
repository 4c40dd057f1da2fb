import { fireEvent } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { afterFrame } from '../../../src/hooks/form/afterFrame';

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

describe('afterFrame', () => {
	it('waits for the frame, and runs once', async () => {
		const run = vi.fn();
		afterFrame(run, document.body);
		await Promise.resolve();
		expect(run).not.toHaveBeenCalled();
		await frame();
		await frame();
		expect(run).toHaveBeenCalledTimes(1);
	});

	it.each(['keydown', 'keyup', 'pointerdown', 'click', 'compositionstart', 'focusout', 'submit'])(
		'is done before anyone hears of a %s',
		async (type) => {
			const heard: string[] = [];
			const listen = () => heard.push(type);
			document.addEventListener(type, listen, true);
			afterFrame(() => heard.push('run'), document.body);
			fireEvent(document.body, new Event(type, { bubbles: true }));
			document.removeEventListener(type, listen, true);
			expect(heard[0]).toBe('run');
			await frame();
			expect(heard.filter((one) => one === 'run')).toHaveLength(1);
		},
	);

	it.each(['focusout', 'submit'])('hears of a %s in a shadow root, which leaves it no more than there', async (type) => {
		const host = document.body.appendChild(document.createElement('div'));
		const field = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('input'));
		const run = vi.fn();
		afterFrame(run, field);
		fireEvent(field, new Event(type, { bubbles: true }));
		expect(run).toHaveBeenCalledTimes(1);
		await frame();
		host.remove();
	});

	it('is done at once when asked to, and then no more', async () => {
		const run = vi.fn();
		const now = afterFrame(run, document.body);
		now();
		now();
		await frame();
		expect(run).toHaveBeenCalledTimes(1);
	});

	it('does not wait for the frames of a page that nobody sees', async () => {
		const run = vi.fn();
		vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
		vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
		afterFrame(run, document.body);
		vi.restoreAllMocks();
		await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), 10_000);
	});

	it('keeps the order of what waits', () => {
		const order: number[] = [];
		for (const one of [1, 2, 3]) afterFrame(() => order.push(one), document.body);
		fireEvent.keyDown(document.body, { key: 'Enter' });
		expect(order).toEqual([1, 2, 3]);
	});
});
