import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

/** What people see, by the words they would use. Tests speak through these, so that a change of markup is told once. */

export const table = () => screen.getByRole('table', { name: 'Customers' });
export const findTable = () => screen.findByRole('table', { name: 'Customers' });
export const rowLinks = () => within(table()).getAllByRole('link');
export const rowOf = (link: HTMLElement) => link.closest<HTMLElement>('[role="row"]')!;
/** The link of the row where this stands: a name, or what tells two of one name apart, as an email does. */
export async function findRowLink(text: string): Promise<HTMLElement> {
	const [found] = await screen.findAllByText(text, { selector: '[role="cell"], [role="cell"] *' });
	return within(rowOf(found!)).getByRole('link');
}
export const cellsOf = (link: HTMLElement) => within(rowOf(link)).getAllByRole('cell');
export const column = (name: string) => screen.getByRole('columnheader', { name });
export const sortBy = (name: string) => within(column(name)).getByRole('button');

export const button = (name: string) => screen.getByRole('button', { name });
export const findButton = (name: string) => screen.findByRole('button', { name });
export const noButton = (name: string) => screen.queryByRole('button', { name });
/** Before it is known what is offered, it is the stylesheet that keeps controls from being seen. */
const offered = <Control extends HTMLElement>(find: () => Control) =>
	waitFor(() => {
		const control = find();
		expect(control.closest('[data-offer="known"]')).not.toBeNull();
		return control;
	});
export const searchBox = () => offered(() => screen.getByRole('searchbox', { name: 'Search customers' }));
/** The button of a filter, by what it says: its name, and what is chosen. A column may have a button of the same name. */
const filterButton = (label: string, chosen?: string) =>
	offered(() => {
		// jsdom knows of no boxes, and so of no space between them.
		const names = chosen === undefined ? [label] : [`${label}:${chosen}`, `${label}: ${chosen}`];
		const [found] = screen
			.getAllByRole('button', { name: (name) => names.includes(name.replace(/\s/g, ' ')) })
			.filter((it) => !it.closest('table'));
		return found!;
	});
export const countryFilter = (chosen?: string) => filterButton('Country', chosen);
export const createdFilter = (chosen?: string) => filterButton('Created', chosen);
/** By its name; the panel stays open, so that one may choose more. */
export async function filterByCountry(user: UserEvent, name: string): Promise<void> {
	await user.click(await countryFilter());
	await user.click(await screen.findByRole('checkbox', { name }));
}
export const heading = (name: string | RegExp) => screen.findByRole('heading', { name });

/** What the table tells those who hear it. */
export const announced = () => screen.getAllByRole('status').map((region) => region.textContent);
