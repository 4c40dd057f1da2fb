import { QueryClient } from '@tanstack/react-query';
import { render, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerBrowser, type CustomerBrowserProps, CustomersProvider } from '../../../src/index';
import { withFaults } from '../../../src/testing';
import * as see from '../../elements';
import { people } from '../../people';
import { watchRenders } from '../../renders';

const slots: Partial<CustomerBrowserProps> = {
	toolbarActions: () => <Invite />,
	selectionActions: () => <Invite />,
	detailActions: () => <Invite />,
	detailSections: () => <Invite />,
	billing: true,
	import: true,
};

function Invite() {
	return <i>Invite</i>;
}

it.each([
	['a plain page', {}],
	['a page with room for the host', slots],
])('%s renders neither itself, nor its dialogs, its notice and the host’s buttons, where rows are loaded anew', async (_, props) => {
	let lists = 0;
	const backend = withFaults(memoryBackend({ customers: people(3) }), ({ method }) => {
		if (method === 'list') lists++;
	});
	window.history.replaceState(null, '', '/customers');
	render(
		<CustomersProvider backend={backend} queryClient={new QueryClient()}>
			<CustomerBrowser basePath="/customers" {...props} />
		</CustomersProvider>,
	);
	await see.findRowLink('person1@example.com');
	await see.findButton('New customer');
	const user = userEvent.setup();
	const renders = watchRenders();
	await user.click(see.button('Refresh'));
	await waitFor(() => expect(lists).toBe(2));
	await waitFor(() => expect(see.table().getAttribute('aria-busy')).toBe('false'));
	const { byName } = renders.stop();
	expect(byName.get('CustomerTable')).toBeGreaterThan(0);
	for (const name of ['BrowserPage', 'Dialogs', 'UndoNotice', 'CustomerExport', 'ImportLink', 'Invite'])
		expect([name, byName.get(name)]).toEqual([name, undefined]);
});
