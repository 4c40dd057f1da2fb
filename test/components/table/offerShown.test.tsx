import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerTable } from '../../../src/index';
import { people } from '../../people';
import { renderWith } from '../renderWith';

const memory = memoryBackend({ customers: people(3) });
const root = () => document.querySelector('[data-slot="pc-table-root"]')!;

it('shows what is offered with the rows that come a moment later, so that the page is drawn once for both', async () => {
	let answer = () => {};
	const asked = new Promise<void>((resolve) => {
		answer = resolve;
	});
	renderWith(<CustomerTable />, { backend: { ...memory, list: (request, call) => asked.then(() => memory.list(request, call)) } });
	const seen: string[] = [];
	const see = () => seen.push(`${root().getAttribute('data-offer')} ${root().getAttribute('data-state')}`);
	new MutationObserver(see).observe(root(), { attributes: true });
	await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
	answer();
	await screen.findByText('3 customers, 1–3');
	expect(seen).toEqual(['known ready']);
});

it('shows what is offered where the rows take longer', async () => {
	renderWith(<CustomerTable />, { backend: { ...memory, list: () => new Promise(() => {}) } });
	expect(root().getAttribute('data-offer')).toBe('unknown');
	await expect.poll(() => root().getAttribute('data-offer')).toBe('known');
	expect(root().getAttribute('data-state')).toBe('loading');
});
