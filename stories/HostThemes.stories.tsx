/// <reference types="vite/client" />
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useInsertionEffect } from 'react';
import { expect } from 'storybook/test';
import { CustomerBrowser } from '../src/index';
import material from '../src/styles/material.css?inline';
import shadcn from '../src/styles/shadcn.css?inline';
import { material3Theme, muiTheme, shadcnTheme } from './hostThemes';
import { said } from './said';

const basePath = '/admin/customers';

const withShadcn = `import { CustomerBrowser, CustomersProvider } from 'proyecta-customers';
import { memoryBackend } from 'proyecta-customers/backends/memory';
import { sampleCustomers } from 'proyecta-customers/testing';
import 'proyecta-customers/styles.css';
import 'proyecta-customers/styles/shadcn.css';

const backend = memoryBackend({ customers: sampleCustomers(240) });

export function Example() {
  return (
    <CustomersProvider backend={backend} scope="acme">
      <CustomerBrowser basePath="/admin/customers" />
    </CustomersProvider>
  );
}
`;

const withMaterial = `import { CustomerBrowser, CustomersProvider } from 'proyecta-customers';
import { memoryBackend } from 'proyecta-customers/backends/memory';
import { sampleCustomers } from 'proyecta-customers/testing';
import 'proyecta-customers/styles.css';
import 'proyecta-customers/styles/material.css';

const backend = memoryBackend({ customers: sampleCustomers(240) });

export function Example() {
  return (
    <CustomersProvider backend={backend} scope="acme">
      <CustomerBrowser basePath="/admin/customers" />
    </CustomersProvider>
  );
}
`;

/**
 * The kit in the colours, corners and font of its page: one stylesheet more, after the kit's own. Nothing is said twice: what the page's
 * theme says, light or dark, the kit follows.
 */
const meta = {
	title: 'In a theme of the page',
	component: CustomerBrowser,
	tags: ['look'],
	args: { basePath, headingLevel: 1 },
	argTypes: { path: { control: false } },
	parameters: { path: basePath, docs: { story: { inline: false, height: '720px' } } },
} satisfies Meta<typeof CustomerBrowser>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Storybook switches by `data-theme`, as any page may. */
const switched = (theme: string) => theme.replaceAll('.dark', '.dark, [data-theme="dark"]');

/** What the page's stylesheets say, also where a policy forbids to write one into the page. */
function PageSheet({ css }: { css: string }) {
	useInsertionEffect(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
		return () => {
			document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
		};
	}, [css]);
	return null;
}

/** Of a page whose theme names no font: the bridges leave the kit in it. */
const pageFont = 'body { font-family: ui-sans-serif, system-ui, Roboto, Helvetica, Arial, sans-serif }';

function within(theme: string, bridge: string, accent: string): Story {
	return {
		decorators: [
			(Story) => (
				<>
					<PageSheet css={`${pageFont}\n${switched(theme)}\n${bridge}`} />
					<Story />
				</>
			),
		],
		play: async ({ canvas }) => {
			const [button] = await canvas.findAllByRole('button', { name: said(({ table }) => table.newCustomer) });
			const probe = document.createElement('i');
			probe.style.backgroundColor = `var(${accent})`;
			document.body.append(probe);
			const { backgroundColor, fontFamily } = getComputedStyle(probe);
			probe.remove();
			await expect(button).toHaveStyle({ backgroundColor, fontFamily });
			await expect(fontFamily).toMatch(/ sans-serif$/);
		},
	};
}

export const ShadcnUi: Story = {
	...within(shadcnTheme, shadcn, '--primary'),
	name: 'shadcn/ui',
	parameters: { docs: { source: { code: withShadcn } } },
};

export const MaterialUi: Story = {
	...within(muiTheme, material, '--mui-palette-primary-main'),
	name: 'Material UI',
	parameters: { docs: { source: { code: withMaterial } } },
};

export const Material3: Story = {
	...within(material3Theme, material, '--md-sys-color-primary'),
	name: 'Material 3',
	parameters: { docs: { source: { code: withMaterial } } },
};
