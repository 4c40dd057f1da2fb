import { createElement } from 'react';
import { addons, types } from 'storybook/manager-api';
import { brand, inTheDark, onSystemTheme } from './brand';
import { FaultPanel } from './FaultPanel';

const dress = () => addons.setConfig({ theme: inTheDark() ? brand.dark : brand.light });

dress();
onSystemTheme(dress);

addons.register('customers/faults', () => {
	addons.add('customers/faults/panel', {
		type: types.PANEL,
		title: 'Faults',
		render: ({ active }) => (active ? createElement(FaultPanel) : null),
	});
});
