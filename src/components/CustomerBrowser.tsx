'use client';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import type { Customer } from '../domain/customer';
import type { CustomerRules } from '../domain/customerRules';
import { useCapabilities } from '../hooks/cache/useCapabilities';
import { useCustomer } from '../hooks/cache/useCustomer';
import { useWords } from '../hooks/context/useWords';
import { NavigatingLink, NavigationContext, PlainLink, useNavigation } from '../hooks/navigation/navigation';
import { controlledUrlState } from '../hooks/table/urlState';
import { useCustomerSelection } from '../hooks/table/useCustomerSelection';
import { type UseCustomerTableOptions, useCustomerTable } from '../hooks/table/useCustomerTable';
import { browserWords } from '../locales/english/detail/detailWords';
import { BackLink } from './browser/BackLink';
import { type BrowserRoute, parseRoute, routeHref } from './browser/browserRoute';
import { useAddress } from './browser/useAddress';
import { useListUrl, withQuery } from './browser/useListUrl';
import { CustomerDetail, type CustomerDetailProps } from './CustomerDetail';
import { CustomerDialog } from './CustomerDialog';
import { CustomerExport } from './CustomerExport';
import { CustomerTable, type CustomerTableProps } from './CustomerTable';
import { UndoNotice } from './UndoNotice';
import { slot } from './ui/slot';

/** What `CustomerBrowser` takes. */
export interface CustomerBrowserProps extends CustomerRules {
	/** Where the page lives, for instance `/admin/customers`. Under it: `/new`, `/:id` and `/:id/edit`. */
	basePath: string;
	/**
	 * The path on screen, where the host's router knows it better than `window.location`: on the server, or with a hash router. With its
	 * query, if it has one: there the list keeps its state.
	 */
	path?: string;
	/** What the list starts with, and how it keeps its state. `urlState` @default the address under `basePath` */
	table?: UseCustomerTableOptions;
	/** The list's columns, density and saved views are remembered under it. @default 'customers' */
	tableId?: string;
	/** The list's columns, as of `CustomerTable`. @default ['email', 'name', 'created', 'phone', 'country'] */
	columns?: CustomerTableProps['columns'];
	/** Country (ISO 3166-1 alpha-2) that phone numbers without a country code belong to. */
	defaultCountry?: string;
	/** Level of the headings, so that they fit the page. @default 1 */
	headingLevel?: CustomerDetailProps['headingLevel'];
	/** Classes to add, by slot. */
	classNames?: {
		/** Of the element around the page. */
		root?: string;
		/** Of the list's parts, as of `CustomerTable`. */
		table?: CustomerTableProps['classNames'];
		/** Of the customer's parts, as of `CustomerDetail`. */
		detail?: CustomerDetailProps['classNames'];
	};
}

/**
 * The whole page: the list, each customer, and the dialogs to create and edit one, each with an address of its own. Moves through the
 * provider's `Link` and `navigate`, or alone on the History API. Leaves the document's title to the host.
 *
 * @example
 * <CustomerBrowser basePath="/admin/customers" />;
 */
export function CustomerBrowser(props: CustomerBrowserProps) {
	const navigation = useNavigation();
	const alone = navigation.Link === PlainLink;
	const own = useMemo(() => (alone ? { ...navigation, Link: NavigatingLink } : navigation), [alone, navigation]);
	return (
		<NavigationContext.Provider value={own}>
			<BrowserPage {...props} />
		</NavigationContext.Provider>
	);
}

function BrowserPage({
	basePath,
	path,
	table: tableOptions,
	tableId,
	columns,
	defaultCountry,
	headingLevel = 1,
	classNames = {},
	...rules
}: CustomerBrowserProps) {
	const locale = useWords(browserWords);
	const { navigate } = useNavigation();
	const address = useAddress(path, basePath);
	const route = parseRoute(basePath, address.path);
	const listUrl = useListUrl(address.path, address.search, route.id === null);
	const root = useFocusOnHeading(route.id);
	const href = (to: BrowserRoute) => withQuery(routeHref(basePath, to), to.id === null ? listUrl.value : '');
	const detailHref = ({ id }: Customer) => href({ id, dialog: null });
	const list = href({ id: null, dialog: null });
	const Heading = `h${headingLevel}` as const;
	return (
		<div
			ref={root}
			data-pc-root=""
			{...slot('pc-browser', classNames.root)}
			data-view={route.id === null ? 'list' : 'detail'}
			lang={locale.code}
			dir={locale.dir}
		>
			<BrowserList
				options={tableOptions}
				url={listUrl}
				shown={route.id === null}
				tableId={tableId}
				columns={columns}
				getCustomerHref={detailHref}
				onCreate={() => navigate(href({ id: null, dialog: 'create' }))}
				classNames={classNames.table}
				heading={
					<Heading {...slot('pc-heading')} tabIndex={-1}>
						{locale.browser.title}
					</Heading>
				}
			/>
			{route.id !== null && (
				<>
					<BackLink href={list}>{locale.detail.backToList}</BackLink>
					<CustomerDetail
						key={route.id}
						customerId={route.id}
						headingLevel={headingLevel}
						onEdit={() => navigate(href({ id: route.id, dialog: 'edit' }))}
						classNames={classNames.detail}
					/>
				</>
			)}
			<Dialogs route={route} href={href} detailHref={detailHref} defaultCountry={defaultCountry} rules={rules} />
			<UndoNotice />
		</div>
	);
}

interface BrowserListProps extends Pick<CustomerTableProps, 'tableId' | 'columns' | 'getCustomerHref' | 'onCreate' | 'classNames'> {
	options: UseCustomerTableOptions | undefined;
	/** Where the list keeps its state, unless the options say otherwise. */
	url: Parameters<typeof controlledUrlState>[0];
	/** Whether the list is on screen. */
	shown: boolean;
	/** Stands above it. */
	heading: ReactElement;
}

/** The list, also while a customer is on screen: so that it is where one left it. Apart from the page, which need not render with its rows. */
function BrowserList({ options, url, shown, heading, ...props }: BrowserListProps) {
	const table = useCustomerTable({ urlState: controlledUrlState(url), ...options });
	const selection = useCustomerSelection(table);
	return (
		shown && (
			<>
				{heading}
				<CustomerTable {...props} table={table} selectable={selection} actions={(shown) => <CustomerExport {...shown} />} />
			</>
		)
	);
}

interface DialogsProps {
	route: BrowserRoute;
	href: (route: BrowserRoute) => string;
	detailHref: (customer: Customer) => string;
	defaultCountry: string | undefined;
	rules: CustomerRules;
}

/** The dialog of the address on screen. Closing leads to what is behind it, saving a new customer to that customer. */
function Dialogs({ route, href, detailHref, defaultCountry, rules }: DialogsProps) {
	const { navigate } = useNavigation();
	const { data: capabilities } = useCapabilities();
	const { data: edited } = useCustomer(route.id);
	const created = useRef<Customer | null>(null);
	const close = () => {
		navigate(created.current ? detailHref(created.current) : href({ ...route, dialog: null }), { replace: true });
		created.current = null;
	};
	const form = { defaultCountry, getCustomerHref: detailHref, ...rules };
	return (
		<>
			<CustomerDialog
				{...form}
				open={route.dialog === 'create' && capabilities?.write.create === true}
				onOpenChange={(open) => !open && close()}
				onSaved={(customer, outcome) => {
					if (outcome !== 'existing') created.current = customer;
				}}
			/>
			{edited && (
				<CustomerDialog
					{...form}
					key={edited.id}
					customer={edited}
					open={route.dialog === 'edit' && capabilities?.write.update === true}
					onOpenChange={(open) => !open && close()}
				/>
			)}
		</>
	);
}

/** Moves the focus to the heading when another view takes the place of the former, as a page load would. */
function useFocusOnHeading(view: string | null) {
	const root = useRef<HTMLDivElement>(null);
	const shown = useRef(view);
	useEffect(() => {
		if (shown.current === view) return;
		shown.current = view;
		root.current?.querySelector<HTMLElement>('[data-slot="pc-heading"]')?.focus();
	}, [view]);
	return root;
}
