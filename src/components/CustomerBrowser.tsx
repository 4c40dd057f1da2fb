'use client';
import { type ReactElement, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Customer } from '../domain/customer';
import { type CustomerRules, rulesOf } from '../domain/customerRules';
import { useCapabilities } from '../hooks/cache/useCapabilities';
import { useCustomer } from '../hooks/cache/useCustomer';
import { lazyPart } from '../hooks/context/lazyPart';
import { useWords } from '../hooks/context/useWords';
import { entryLeft } from '../hooks/navigation/entryLeft';
import { NavigatingLink, NavigationContext, useNavigation } from '../hooks/navigation/navigation';
import { controlledUrlState } from '../hooks/table/urlState';
import { useCustomerSelection } from '../hooks/table/useCustomerSelection';
import { type UseCustomerTableOptions, useCustomerTable } from '../hooks/table/useCustomerTable';
import { browserWords } from '../locales/english/detail/detailWords';
import { BackLink } from './browser/BackLink';
import { type BrowserRoute, parseRoute, routeHref } from './browser/browserRoute';
import { ImportLink } from './browser/ImportLink';
import { ImportPlace } from './browser/ImportPlace';
import { useAddress } from './browser/useAddress';
import { useListUrl, withQuery } from './browser/useListUrl';
import { CustomerDetail, type CustomerDetailProps } from './CustomerDetail';
import { CustomerDialog, type CustomerDialogProps } from './CustomerDialog';
import { CustomerExport } from './CustomerExport';
import type { CustomerImportProps } from './CustomerImport';
import { CustomerTable, type CustomerTableProps } from './CustomerTable';
import type { CustomerTableContents } from './table/columns';
import { UndoNotice, type UndoNoticeProps } from './UndoNotice';
import { Boundary } from './ui/Boundary';
import { ownElement } from './ui/ownElement';
import { slot } from './ui/slot';

/** What `CustomerBrowser` takes. */
export interface CustomerBrowserProps extends CustomerRules {
	/** Where the page lives, for instance `/admin/customers`. Under it: `/new`, `/:id` and `/:id/edit`, with `import` also `/import`. */
	basePath: string;
	/**
	 * The path on screen, where the host's router knows it better than `window.location`: on the server, or with a hash router. With its
	 * query, if it has one: there the list keeps its state.
	 */
	path?: string;
	/** What the list starts with, and how it keeps its state. @default `urlState` is the address under `basePath` */
	table?: UseCustomerTableOptions;
	/** The list's columns, density and saved views are remembered under it. @default 'customers' */
	tableId?: string;
	/** The list's columns, as of `CustomerTable`. @default ['name', 'email', 'created', 'phone', 'country'] */
	columns?: CustomerTableProps['columns'];
	/** Country (ISO 3166-1 alpha-2) that phone numbers without a country code belong to. */
	defaultCountry?: string;
	/**
	 * More buttons above the list, between the export and "New customer", and in its place where there are no customers yet; a function is told
	 * what the list shows. @default none
	 */
	toolbarActions?: CustomerTableProps['actions'];
	/** What can be done with the customers chosen in the list; shown while there are any. @default nothing */
	selectionActions?: CustomerTableProps['selectionActions'];
	/** More buttons beside a customer's name; a function is told the customer once there is one. @default none */
	detailActions?: CustomerDetailProps['actions'];
	/** More on a customer's page, under all else; a function is told the customer. @default none */
	detailSections?: CustomerDetailProps['children'];
	/** Shows on a customer's page what they pay for, as of `CustomerDetail`. @default false */
	billing?: CustomerDetailProps['billing'];
	/**
	 * Shows a link to `/import` under the `basePath`, where the backend can create: a `CustomerImport`, which goes on while one looks at the
	 * list; an object says what it takes besides the rules and the country given here. Loaded once it is opened. @default false
	 */
	import?: boolean | Pick<CustomerImportProps, 'save' | 'classNames'>;
	/** For how long an edit can be undone, in milliseconds, as of `UndoNotice`; `Infinity` is until it is closed. @default 10_000 */
	undoDuration?: UndoNoticeProps['duration'];
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

const useImportPart = lazyPart(() => import('./CustomerImport'));

/**
 * The whole page: the list, each customer, and the dialogs to create and edit one, each with an address of its own. Moves through the
 * provider's `Link` and `navigate`, or alone on the History API. Leaves the document's title to the host.
 *
 * @example
 * <CustomerBrowser basePath="/admin/customers" />;
 */
export function CustomerBrowser(props: CustomerBrowserProps) {
	const navigation = useNavigation();
	const alone = navigation.Link === 'a';
	const own = useMemo(() => (alone ? { ...navigation, Link: NavigatingLink } : navigation), [alone, navigation]);
	return (
		<NavigationContext.Provider value={own}>
			<Boundary of="CustomerBrowser">
				<BrowserPage {...props} />
			</Boundary>
		</NavigationContext.Provider>
	);
}

function BrowserPage(props: CustomerBrowserProps) {
	const { basePath, table: tableOptions, defaultCountry, headingLevel = 1, classNames = {}, import: imports = false } = props;
	const locale = useWords(browserWords);
	const { navigate } = useNavigation();
	const address = useAddress(props.path, basePath);
	const route = parseRoute(basePath, address.path, imports !== false);
	const view = route.dialog === 'import' ? route.dialog : route.id === null ? 'list' : 'detail';
	const listUrl = useListUrl(address.path, address.search, route.id === null);
	const root = useFocusOnHeading(route.id === null ? view : `/${route.id}`);
	const href = (to: BrowserRoute) => withQuery(routeHref(basePath, to), to.id === null ? listUrl.value : '');
	const rules = rulesOf(props);
	const country = defaultCountry === undefined ? {} : { defaultCountry };
	// Once opened it stays, so that one may look at the list while it goes on.
	const [tries, setTries] = useState(0);
	if (view === 'import' && tries === 0) setTries(1);
	const part = useImportPart(tries);
	const [focus, setFocus] = useState<CustomerDialogProps['focus']>();
	const goBack = useRef<(() => boolean) | null>(null);
	const openDialog = (to: BrowserRoute) => {
		goBack.current = entryLeft();
		navigate(href(to));
	};
	const detailHref = ({ id }: Customer) => href({ id, dialog: null });
	const list = href({ id: null, dialog: null });
	const Heading = `h${headingLevel}` as const;
	return (
		<div ref={root} data-pc-root="" {...slot('pc-browser', classNames.root)} data-view={view} lang={locale.code} dir={locale.dir}>
			{/* A dialog, and what was typed into it, outlives the list behind it. */}
			<Boundary of="CustomerBrowser">
				<BrowserList
					options={tableOptions}
					url={listUrl}
					shown={view === 'list'}
					tableId={props.tableId}
					columns={props.columns}
					selectionActions={props.selectionActions}
					toolbarActions={props.toolbarActions}
					importHref={imports === false ? undefined : href({ id: null, dialog: 'import' })}
					getCustomerHref={detailHref}
					onCreate={() => openDialog({ id: null, dialog: 'create' })}
					classNames={classNames.table}
					heading={
						<Heading {...slot('pc-heading')} tabIndex={-1}>
							{locale.browser.title}
						</Heading>
					}
				/>
			</Boundary>
			{view !== 'list' && <BackLink href={list}>{locale.detail.backToList}</BackLink>}
			{route.id !== null && (
				<CustomerDetail
					key={route.id}
					customerId={route.id}
					headingLevel={headingLevel}
					onEdit={(field) => {
						setFocus(field);
						openDialog({ id: route.id, dialog: 'edit' });
					}}
					actions={props.detailActions}
					billing={props.billing}
					classNames={classNames.detail}
				>
					{props.detailSections}
				</CustomerDetail>
			)}
			{imports !== false && tries > 0 && (
				<div hidden={view !== 'import'}>
					{part ? (
						<part.CustomerImport {...(imports === true ? {} : imports)} {...rules} {...country} headingLevel={headingLevel} />
					) : (
						<ImportPlace failed={part === null} onRetry={() => setTries(tries + 1)} />
					)}
				</div>
			)}
			<Dialogs {...{ route, href, detailHref, goBack, defaultCountry, focus, rules }} />
			<UndoNotice duration={props.undoDuration} />
		</div>
	);
}

interface BrowserListProps
	extends Pick<CustomerTableProps, 'tableId' | 'columns' | 'selectionActions' | 'getCustomerHref' | 'onCreate' | 'classNames'> {
	options: UseCustomerTableOptions | undefined;
	/** Where the list keeps its state, unless the options say otherwise. */
	url: Parameters<typeof controlledUrlState>[0];
	/** Whether the list is on screen. */
	shown: boolean;
	/** Stands above it. */
	heading: ReactElement;
	toolbarActions: CustomerTableProps['actions'];
	/** Where the import is, if there is one. */
	importHref: string | undefined;
}

/** The list, also while a customer is on screen: so that it is where one left it. Apart from the page, which need not render with its rows. */
function BrowserList({ options, url, shown, heading, toolbarActions, importHref, ...props }: BrowserListProps) {
	const table = useCustomerTable({ urlState: controlledUrlState(url), ...options });
	const selection = useCustomerSelection(table);
	// The same one while the rows change: the buttons need not render with them.
	const actions = useCallback(
		(contents: CustomerTableContents, isEmpty = false) => (
			<>
				{!isEmpty && <CustomerExport {...contents} />}
				{importHref !== undefined && <ImportLink href={importHref} />}
				{ownElement(typeof toolbarActions === 'function' ? toolbarActions(contents) : toolbarActions)}
			</>
		),
		[importHref, toolbarActions],
	);
	return (
		shown && (
			<>
				{heading}
				<CustomerTable
					{...props}
					table={table}
					selectable={selection}
					actions={actions}
					emptyActions={table.status === 'empty' && actions({ request: table.request, selection: [], columns: [] }, true)}
				/>
			</>
		)
	);
}

interface DialogsProps {
	route: BrowserRoute;
	href: (route: BrowserRoute) => string;
	detailHref: (customer: Customer) => string;
	/** Goes back to where the dialog was opened, if that is the entry before; says whether it is. */
	goBack: RefObject<(() => boolean) | null>;
	defaultCountry: string | undefined;
	/** The part that the edit was begun at. */
	focus: CustomerDialogProps['focus'];
	rules: CustomerRules;
}

/** The dialog of the address on screen. Closing leads to what is behind it, saving a new customer to that customer. */
function Dialogs({ route, href, detailHref, goBack, defaultCountry, focus, rules }: DialogsProps) {
	const { navigate } = useNavigation();
	const { data: capabilities } = useCapabilities();
	const { data: edited } = useCustomer(route.id);
	const created = useRef<Customer | null>(null);
	const close = () => {
		// Else Back would lead once more to where one is.
		if (created.current || !goBack.current?.()) {
			navigate(created.current ? detailHref(created.current) : href({ ...route, dialog: null }), { replace: true });
		}
		created.current = null;
		goBack.current = null;
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
					{...(focus && { focus })}
					open={route.dialog === 'edit' && capabilities?.write.update === true}
					onOpenChange={(open) => !open && close()}
				/>
			)}
		</>
	);
}

/** Moves the focus to the heading when another view takes the place of the former, as a page load would; once there is one. */
function useFocusOnHeading(view: string) {
	const root = useRef<HTMLDivElement>(null);
	const shown = useRef(view);
	useEffect(() => {
		if (shown.current === view) return;
		const heading = root.current?.querySelector<HTMLElement>('[data-slot="pc-heading"][tabindex]');
		if (heading) shown.current = view;
		heading?.focus();
	});
	return root;
}
