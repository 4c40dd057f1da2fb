import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutControls } from '../../.storybook/controls';
import { componentArgTypes } from '../../generate/argTypes.mjs';
import { publicApi } from '../../generate/publicApi.mjs';
import { storiesIn } from '../../generate/storyCode.mjs';

const told = componentArgTypes(publicApi());
const stories = readdirSync('stories')
	.filter((file) => file.endsWith('.stories.tsx'))
	.flatMap((file) => storiesIn(`stories/${file}`));

describe('the controls of Storybook', () => {
	it('describe every prop of every component, with its type', () => {
		const all = Object.entries(told).flatMap(([component, { argTypes }]) => Object.values(argTypes).map((arg) => ({ component, ...arg })));
		expect(all.length).toBeGreaterThan(150);
		const bare = all.filter(({ description, table }) => !description || !table.type.summary || table.type.summary === 'unknown');
		expect(bare.map(({ component, name }) => `${component}.${name}`)).toEqual([]);
		expect(Object.keys(told).filter((component) => !told[component]?.description)).toEqual([]);
	});

	it('describe every arg that a story has', () => {
		const undescribed = stories.flatMap(({ title, name, component, args }) =>
			component === null ? [] : args.filter((arg) => !told[component]?.argTypes[arg]).map((arg) => `${title} ${name}: ${arg}`),
		);
		expect(undescribed).toEqual([]);
	});

	it('offer what a prop takes: its texts, its columns, yes and no', () => {
		const { columns, mode, urlSearch, onCreate, pageSizes } = told.CustomerTable!.argTypes;
		expect(columns).toMatchObject({
			control: { type: 'check' },
			// In the order of its default: boxes give back what is chosen in the order that they stand in.
			options: ['name', 'email', 'created', 'phone', 'country'],
			table: { type: { summary: 'readonly (CustomerColumnId | CustomerColumn)[]' } },
		});
		expect(mode).toMatchObject({
			control: { type: 'select' },
			options: ['pages', 'infinite'],
			table: { defaultValue: { summary: "'pages'" } },
		});
		expect(urlSearch).toMatchObject({ control: { type: 'boolean' }, type: { name: 'boolean' } });
		expect(onCreate).toMatchObject({ control: false, type: { name: 'function' } });
		expect(pageSizes).toMatchObject({ control: { type: 'object' } });
		expect(told.CustomerForm!.argTypes.fields?.options).toEqual(['email', 'name', 'phone', 'address']);
		expect(told.CustomerBrowser!.argTypes.basePath?.type).toEqual({ name: 'string', required: true });
	});

	it('are none where a story gives a function in place of a text: there was a list to choose from with nothing in it', () => {
		const { open, variant } = told.CheckoutButton!.argTypes;
		const context = { argTypes: { open, variant }, initialArgs: { open: () => {}, variant: 'ghost' } };
		expect(withoutControls(context as unknown as Parameters<typeof withoutControls>[0])).toMatchObject({
			open: { control: { disable: true } },
			variant: { control: { type: 'select' } },
		});
	});
});
