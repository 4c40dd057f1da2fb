import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useEffect } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { type Subscription, SubscriptionList } from '../../src/index';
import { billedBackend, plan } from '../hooks/billing/billedBackend';
import { renderWith } from './renderWith';

afterEach(cleanup);

/** Closes as Radix and its like do: by Escape, heard at the document before anybody else hears it there. */
function HostDialog({ children, onClose }: { children: ReactNode; onClose: () => void }) {
	useEffect(() => {
		const hear = ({ key }: KeyboardEvent) => key === 'Escape' && onClose();
		document.addEventListener('keydown', hear, true);
		return () => document.removeEventListener('keydown', hear, true);
	}, [onClose]);
	return <div role="dialog">{children}</div>;
}

it('shows the others beside one that cannot be read, and offers nothing for that', async () => {
	const billed = billedBackend();
	const unreadable: Subscription = { ...plan, id: '', status: '', items: [], unreadable: true };
	renderWith(<SubscriptionList customerId="me" />, {
		backend: { ...billed, listSubscriptions: async () => [unreadable, plan, unreadable] },
	});
	const rows = await screen.findAllByRole('listitem');
	expect(rows.map(({ textContent }) => /^This subscription cannot be shown/.test(textContent ?? ''))).toEqual([true, false, true]);
	expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(['Cancel subscription: Pro']);
});

it('closes by Escape the question before cancelling, and not the dialog of the host that it stands in', async () => {
	const onClose = vi.fn();
	renderWith(
		<HostDialog onClose={onClose}>
			<SubscriptionList customerId="me" />
		</HostDialog>,
		{ backend: billedBackend() },
	);
	const escape = () => act(() => fireEvent.keyDown(document.activeElement!, { key: 'Escape' }));
	fireEvent.click(await screen.findByRole('button', { name: 'Cancel subscription: Pro' }));
	expect(screen.getByRole('alertdialog')).toBeTruthy();
	// What nobody has prevented closes a dialog of the browser's own.
	expect(await escape()).toBe(false);
	expect([screen.queryByRole('alertdialog'), onClose.mock.calls.length]).toEqual([null, 0]);
	expect(await escape()).toBe(true);
	expect(onClose).toHaveBeenCalledOnce();
});

it('gives the focus back to the button that asked where the subscription is kept, and to its row where it is cancelled', async () => {
	renderWith(<SubscriptionList customerId="me" />, { backend: billedBackend() });
	const button = () => screen.findByRole('button', { name: 'Cancel subscription: Pro' });
	fireEvent.click(await button());
	fireEvent.click(screen.getByRole('button', { name: 'Keep subscription' }));
	expect(document.activeElement).toBe(await button());
	fireEvent.click(await button());
	fireEvent.click(screen.getByRole('radio', { name: /now|immediately/i }));
	fireEvent.click(screen.getByRole('button', { name: 'Cancel subscription' }));
	await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listitem')));
});
