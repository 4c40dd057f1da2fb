import { cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerDialog, CustomerForm, CustomersProvider } from '../../src/index';
import '../../src/styles.css';
import { enter } from './phoneHost';

const show = (children: ReactNode, backend = memoryBackend()) =>
	render(<CustomersProvider backend={backend}>{children}</CustomersProvider>);
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const question = () => screen.findByText('Discard unsaved changes?');

/** The key is still held, and its frame never comes. */
const hold = (key: string) => userEvent.keyboard(`{${key}>}`);

describe('before the frame of a letter has come', () => {
	beforeEach(() => {
		vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
	});
	afterEach(() => {
		vi.restoreAllMocks();
		cleanup();
	});

	it('Cancel asks about it', async () => {
		const onCancel = vi.fn();
		show(<CustomerForm onCancel={onCancel} />);
		await userEvent.click(field('Name'));
		await hold('r');
		await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
		await question();
		expect(onCancel).not.toHaveBeenCalled();
	});

	it('Escape in a dialog asks about it', async () => {
		const onOpenChange = vi.fn();
		show(<CustomerDialog open onOpenChange={onOpenChange} />);
		await screen.findByRole('button', { name: 'Create customer' });
		await userEvent.click(field('Name'));
		await hold('r');
		await hold('Escape');
		await question();
		expect(onOpenChange).not.toHaveBeenCalled();
	});

	it('Enter saves it', async () => {
		const backend = memoryBackend();
		show(<CustomerForm defaultCountry="IN" />, backend);
		await userEvent.type(field('Email'), 'asha@example.com');
		await enter(field('Phone'));
		await cdp().send('Input.insertText', { text: '9876543210' });
		await hold('Enter');
		await expect.poll(async () => (await backend.list({})).data.map(({ phone }) => phone)).toEqual(['+919876543210']);
	});

	it('leaving the field reads it', async () => {
		show(<CustomerForm defaultCountry="IN" />);
		await enter(field('Phone'));
		await hold('9');
		await hold('Tab');
		await screen.findByText('This phone number is too short.');
	});
});
