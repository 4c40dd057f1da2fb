import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { CustomerTable } from '../../../src/index';
import * as see from '../../elements';
import { renderWith } from '../renderWith';

const { arrived, arrive } = vi.hoisted(() => {
	let arrive = () => {};
	const arrived = new Promise<void>((resolve) => {
		arrive = resolve;
	});
	return { arrived, arrive: () => arrive() };
});

vi.mock('../../../src/components/table/rowInput', async (original) => {
	await arrived;
	return original();
});

const nameOf = (number: number) => `Person ${number}`;

it('keeps the keys pressed before what answers them has come', async () => {
	const { user } = renderWith(<CustomerTable getCustomerHref={({ id }) => `/customers/${id}`} selectable />);
	const link = await see.findRowLink(nameOf(1));
	const scrolled = vi.fn();
	const hear = (event: KeyboardEvent) => event.defaultPrevented || scrolled(event.key);
	document.addEventListener('keydown', hear);
	link.focus();
	await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
	const fourth = screen.getByRole('link', { name: nameOf(4) });
	fourth.focus();
	await user.keyboard(' ');
	document.removeEventListener('keydown', hear);
	expect(scrolled).not.toHaveBeenCalled();
	expect(document.activeElement).toBe(fourth);
	expect(screen.queryAllByRole('checkbox')).toEqual([]);
	await act(async () => arrive());
	const box = await within(see.rowOf(fourth)).findByRole<HTMLInputElement>('checkbox');
	await waitFor(() => expect(box.checked).toBe(true));
	expect(screen.getByText('1 selected')).toBeTruthy();
	await user.keyboard('{ArrowDown}');
	expect(see.rowOf(document.activeElement as HTMLElement)).toBe(see.rowOf(screen.getByRole('link', { name: nameOf(3) })));
});
