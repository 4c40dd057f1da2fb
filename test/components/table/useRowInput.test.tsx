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
	const [, second] = await within(see.table()).findAllByRole<HTMLInputElement>('checkbox');
	link.focus();
	await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
	second!.focus();
	await user.keyboard(' ');
	expect(document.activeElement).toBe(second);
	expect(second!.checked).toBe(false);
	await act(async () => arrive());
	await waitFor(() => expect(second!.checked).toBe(true));
	expect(screen.getByText('1 selected')).toBeTruthy();
	await user.keyboard('{ArrowDown}');
	expect(see.rowOf(document.activeElement as HTMLElement)).toBe(see.rowOf(screen.getByRole('link', { name: nameOf(3) })));
});
