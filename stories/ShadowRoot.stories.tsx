import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { QueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { configure, expect, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import {
	CustomerBrowser,
	CustomerDialog,
	CustomerExport,
	CustomerForm,
	CustomerImport,
	CustomersProvider,
	CustomerTable,
	type Locale,
	memoryUrlState,
} from '../src/index';
import { asha, words } from './formStory';
import { realUser } from './keys';
import { told } from './locales';
import { said } from './said';

const inAWebComponent = `import { CustomerBrowser, CustomersProvider } from 'proyecta-customers';
import { memoryBackend } from 'proyecta-customers/backends/memory';
import { sampleCustomers } from 'proyecta-customers/testing';
import { createRoot, type Root } from 'react-dom/client';

const backend = memoryBackend({ customers: sampleCustomers(240) });

class CustomersPage extends HTMLElement {
  #root?: Root;

  connectedCallback() {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const styles = document.createElement('link');
    styles.rel = 'stylesheet';
    styles.href = '/proyecta-customers.css'; // a copy of proyecta-customers/styles.css
    const place = document.createElement('main');
    shadow.replaceChildren(styles, place);
    this.#root = createRoot(place);
    this.#root.render(
      <CustomersProvider backend={backend} scope="acme">
        <CustomerBrowser basePath="/admin/customers" />
      </CustomersProvider>,
    );
  }

  disconnectedCallback() {
    this.#root?.unmount();
  }
}

customElements.define('customers-page', CustomersPage);
`;

/**
 * The kit inside a web component, with its stylesheet in there and a React root of its own. Dialogs open in there, too, and leave nothing
 * else of the page to be reached. Links of the page, Back and Forward ask for a form in it as for any other.
 */
const meta = {
	title: 'In a shadow root',
	tags: ['behaviour'],
	parameters: { docs: { story: { inline: false, height: 640 }, source: { code: inAWebComponent } } },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

/** What a page that embeds the component has of the stylesheet, it has inside of it. */
const stylesOfThePage = () => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('\n');

function WebComponent({ locale, children }: { locale: Locale; children: ReactNode }) {
	const ref = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const shadow = ref.current!.shadowRoot ?? ref.current!.attachShadow({ mode: 'open' });
		const styles = new CSSStyleSheet();
		styles.replaceSync(stylesOfThePage());
		shadow.adoptedStyleSheets = [styles];
		const place = shadow.appendChild(document.createElement('main'));
		const root = createRoot(place);
		const kept = new Map<string, unknown>();
		root.render(
			<CustomersProvider
				backend={memoryBackend({ customers: [asha, ...others], latencyMs: 20 })}
				queryClient={new QueryClient()}
				locale={locale}
				scope="story"
				preferences={{ get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) }}
			>
				{children}
			</CustomersProvider>,
		);
		return () => {
			shadow.replaceChildren();
			setTimeout(() => root.unmount());
		};
	}, [locale, children]);
	return <div ref={ref} data-testid="component" />;
}

const others = ['Ravi Kumar', 'Mei Tanaka', 'Liam Byrne'].map((name, at) => ({
	...asha,
	id: `cus_${at}`,
	name,
	email: `person${at}@example.com`,
}));

const inside =
	(children: ReactNode): NonNullable<Story['render']> =>
	(_args, { globals }) => (
		<>
			<nav style={{ display: 'flex', gap: 24, marginBlockEnd: 24 }}>
				<button type="button">Of the page</button>
				<a href="#elsewhere">Link of the page</a>
			</nav>
			<WebComponent locale={told[globals.locale]!}>{children}</WebComponent>
		</>
	);

/** Only the browser's own keys write into inputs of a shadow root; simulated ones do without React hearing of it. */
async function shadowOf({ canvas }: Pick<StoryContext, 'canvas'>) {
	const host = await canvas.findByTestId('component');
	await waitFor(() => expect(host.shadowRoot?.children.length).toBeGreaterThan(0));
	const shadow = host.shadowRoot!;
	// What is missing is told of elements alone.
	configure({ getElementError: (message) => new Error(message ?? '') });
	const kit = within(shadow as unknown as HTMLElement);
	const focused = () => shadow.activeElement;
	return { shadow, kit, focused };
}

const button = (pick: Parameters<typeof said>[0]) => ['button', { name: said(pick) }] as const;

/** Menus, filters, export and import stay open for what is pressed in them; keys move between rows. */
export const Table: Story = {
	render: inside(
		<CustomerTable
			selectable
			urlState={memoryUrlState()}
			getCustomerHref={({ id }) => `#${id}`}
			actions={(shown) => <CustomerExport {...shown} save={() => {}} />}
		/>,
	),
	play: async (context) => {
		const { userEvent } = context;
		const { kit, focused } = await shadowOf(context);
		const links = () => kit.getAllByRole('link');
		const real = await realUser();
		await waitFor(() => expect(links()).toHaveLength(4));

		await userEvent.click(kit.getByRole(...button(({ menus }) => menus.columns)));
		const box = await kit.findByRole('checkbox', { name: said(({ fields }) => fields.phone) });
		await userEvent.click(box);
		await expect(box).toBeVisible();
		await expect(kit.queryByRole('columnheader', { name: said(({ fields }) => fields.phone) })).toBeNull();
		await userEvent.keyboard('{Escape}');
		await waitFor(() => expect(box).not.toBeInTheDocument());

		await userEvent.click(kit.getByRole(...button(({ menus }) => menus.views)));
		await userEvent.click(await kit.findByRole(...button(({ views }) => views.saveAs)));
		await waitFor(() => expect(focused()).toBe(kit.getByRole('textbox', { name: said(({ views }) => views.name) })));
		await real.keyboard('Mine{Enter}');
		await expect(await kit.findByRole('button', { name: 'Mine' })).toBeVisible();

		await userEvent.click(kit.getByRole(...button((locale) => locale.exports.export)));
		await userEvent.click(await kit.findByRole('radio', { name: said((locale) => locale.exports.data) }));
		await userEvent.click(kit.getByRole(...button((locale) => locale.exports.start)));
		await userEvent.click(context.canvas.getByRole('button', { name: 'Of the page' }));
		await waitFor(() => expect(kit.queryByRole('radio', { name: said((locale) => locale.exports.data) })).toBeNull());

		links()[0]!.focus();
		await real.keyboard('{ArrowDown}');
		await waitFor(() => expect(focused()).toBe(links()[1]));
		await real.keyboard('{ArrowDown} ');
		await waitFor(() => expect(focused()).toBe(links()[2]));
		await waitFor(() => expect(kit.getAllByRole('checkbox', { checked: true })).toHaveLength(1));

		kit.getByRole('searchbox').focus();
		await real.keyboard('ravi{Enter}');
		await waitFor(() => expect(links()).toHaveLength(1));
	},
};

/** The first error has the focus; the country list opens, searches and chooses; leaving asks, and staying leads back. */
export const Form: Story = {
	render: inside(<CustomerForm defaultCountry="IN" onCancel={() => {}} />),
	play: async (context) => {
		const { userEvent } = context;
		const { kit, focused } = await shadowOf(context);
		const email = await kit.findByRole('textbox', { name: words.email });
		const real = await realUser();
		kit.getByRole('textbox', { name: words.name }).focus();
		await real.keyboard('Ravi{Enter}');
		await waitFor(() => expect(focused()).toBe(email));
		await expect(email).toHaveAccessibleDescription(/./);

		await userEvent.click(kit.getByRole('button', { name: said((locale) => locale.form.phoneCountryIs) }));
		const search = await kit.findByRole('combobox', { name: said((locale) => locale.form.searchCountry) });
		await waitFor(() => expect(focused()).toBe(search));
		await real.keyboard('JP{Enter}');
		await kit.findByRole('button', { name: /Japan|जापान|اليابان/ });
		const phone = kit.getByRole('textbox', { name: words.phone });
		await waitFor(() => expect(focused()).toBe(phone));
		await real.keyboard('09012345678');
		await waitFor(() => expect(phone).toHaveValue('090-1234-5678'));

		await userEvent.click(kit.getByRole(...button((locale) => locale.common.cancel)));
		const keep = await kit.findByRole(...button((locale) => locale.dialog.keepEditing));
		await waitFor(() => expect(focused()).toBe(keep));
		await userEvent.keyboard('{Escape}');
		await waitFor(() => expect(focused()).toBe(kit.getByRole(...button((locale) => locale.common.cancel))));
	},
};

function Opener() {
	const [open, setOpen] = useState(false);
	return (
		<>
			<button type="button" onClick={() => setOpen(true)}>
				Open
			</button>
			<CustomerDialog open={open} onOpenChange={setOpen} defaultCountry="IN" />
		</>
	);
}

/** The dialog is in the shadow root, keeps the focus, asks before it closes, and gives the focus back. */
export const Dialog: Story = {
	render: inside(<Opener />),
	play: async (context) => {
		const { userEvent } = context;
		const { shadow, kit, focused } = await shadowOf(context);
		const opener = await kit.findByRole('button', { name: 'Open' });
		const ofThePage = context.canvas.getByText('Of the page');
		opener.focus();
		await userEvent.keyboard('{Enter}');
		const email = await kit.findByRole('textbox', { name: words.email });
		await waitFor(() => expect(focused()).toBe(email));
		const dialog = kit.getByRole('dialog', { name: said((locale) => locale.form.createTitle) });
		await expect(getComputedStyle(dialog).position).toBe('fixed');

		const real = await realUser();
		for (let step = 0; step < 16; step++) {
			await real.tab();
			await expect(focused() === null ? document.activeElement : dialog).toBe(
				focused() === null ? document.body : focused()!.closest('[role=dialog]'),
			);
		}
		ofThePage.focus();
		opener.focus();
		await expect(document.activeElement).not.toBe(ofThePage);
		await expect(focused()).not.toBe(opener);

		await waitFor(() => {
			email.focus();
			expect(focused()).toBe(email);
		});
		await real.keyboard('r');
		await waitFor(() => expect(email).toHaveValue('r'));
		await real.keyboard('{Escape}');
		const question = await kit.findByRole('alertdialog');
		await real.keyboard('{Escape}');
		await waitFor(() => expect(question).not.toBeInTheDocument());
		await expect(focused()).toBe(email);
		await expect(email).toHaveValue('r');
		await userEvent.click(shadow.querySelector('[data-slot="pc-overlay"]')!);
		await userEvent.click(await kit.findByRole(...button((locale) => locale.dialog.discard)));
		await waitFor(() => expect(kit.queryByRole('dialog')).toBeNull());
		await waitFor(() => expect(focused()).toBe(opener));
		ofThePage.focus();
		await expect(document.activeElement).toBe(ofThePage);
	},
};

const base = '/admin/customers';

/** The whole page: a row leads to its customer, whose values are copied; typing in the dialog holds a link of the page. */
export const Browser: Story = {
	beforeEach: () => {
		const { href } = location;
		history.pushState(null, '', base);
		return () => history.pushState(null, '', href);
	},
	render: inside(<CustomerBrowser basePath={base} />),
	play: async (context) => {
		const { userEvent } = context;
		const { kit, focused } = await shadowOf(context);
		await userEvent.click(await kit.findByRole('link', { name: /Asha/ }));
		await waitFor(() => expect(location.pathname).toBe(`${base}/${asha.id}`));
		await kit.findByRole('heading', { name: asha.name! });
		await userEvent.click(kit.getByRole(...button((locale) => locale.detail.copyId)));
		await userEvent.click(await kit.findByRole(...button((locale) => locale.common.edit)));
		const name = await kit.findByRole('textbox', { name: words.name });
		await waitFor(() => expect(focused()).not.toBeNull());
		name.focus();
		await (await realUser()).keyboard('{End} Rao{Enter}');
		await kit.findByRole('heading', { name: 'Asha Verma Rao' });
		await waitFor(() => expect(kit.queryByRole('dialog')).toBeNull());
		await waitFor(() => expect(focused()).not.toBeNull());
	},
};

/** A file is read, its columns are shown. */
export const Import: Story = {
	render: inside(<CustomerImport />),
	play: async (context) => {
		const { kit } = await shadowOf(context);
		const input = await waitFor(
			() => context.canvas.getByTestId('component').shadowRoot!.querySelector<HTMLInputElement>('input[type="file"]')!,
		);
		await context.userEvent.upload(input, new File(['email,name\nravi@example.com,Ravi Kumar'], 'a.csv', { type: 'text/csv' }));
		await kit.findByRole(...button((locale) => locale.imports.check));
	},
};
