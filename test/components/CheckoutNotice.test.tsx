import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { CheckoutNotice } from '../../src/index';
import { billedBackend } from '../hooks/billing/billedBackend';
import { renderWith } from './renderWith';

afterEach(() => {
	cleanup();
	window.history.replaceState(null, '', '/');
});

it('keeps the focus in its place once it is closed, so that Tab goes on from there', async () => {
	window.history.replaceState(null, '', '/?pc_checkout=left');
	renderWith(
		<>
			<CheckoutNotice customerId="me" />
			<a href="/plans">Plans</a>
		</>,
		{ backend: billedBackend() },
	);
	const close = await screen.findByRole('button', { name: 'Close' });
	const place = close.closest('[data-slot="pc-checkout-notice"]');
	close.focus();
	fireEvent.click(close);
	expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
	expect(document.activeElement).toBe(place);
});

it('gives the focus back to what had it before, once it is closed', async () => {
	window.history.replaceState(null, '', '/?pc_checkout=left');
	renderWith(
		<>
			<a href="/plans">Plans</a>
			<CheckoutNotice customerId="me" />
		</>,
		{ backend: billedBackend() },
	);
	await screen.findByRole('button', { name: 'Close' });
	const plans = screen.getByRole('link', { name: 'Plans' });
	plans.focus();
	const user = userEvent.setup();
	await user.tab();
	await user.keyboard('{Enter}');
	expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
	expect(document.activeElement).toBe(plans);
});
