import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CustomerBrowser } from '../../src/index';
import { renderWith } from '../components/renderWith';
import * as see from '../elements';
import { stubCrypto } from './withoutHttps';

beforeEach(() => {
	stubCrypto();
	vi.stubGlobal('structuredClone', undefined);
	window.history.replaceState(null, '', '/customers');
});
afterEach(() => void vi.unstubAllGlobals());

it('lists, turns the page, creates and edits without https, and in a bare jsdom', async () => {
	const { user } = renderWith(<CustomerBrowser basePath="/customers" />, { navigate: undefined });
	await screen.findByText('1–20');
	await waitFor(() => expect(see.button('Next page').getAttribute('aria-disabled')).toBeNull());
	await user.click(see.button('Next page'));
	await screen.findByText('21–40');
	await user.click(see.button('New customer'));
	await user.type(await screen.findByRole('textbox', { name: 'Email' }), 'zara@example.com');
	await user.click(see.button('Create customer'));
	await user.click(await screen.findByRole('button', { name: 'Edit' }));
	await user.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Zara Khan');
	await user.click(see.button('Save changes'));
	await see.heading('Zara Khan');
});
