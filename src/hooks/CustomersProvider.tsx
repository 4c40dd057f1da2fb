'use client';
import { QueryClient, QueryClientContext } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useContext, useEffect, useInsertionEffect, useMemo } from 'react';
import type { CustomerBackend } from '../contract/backend';
import type { Locale } from '../locales/locale';
import { dropFormerScopes, enterScope } from './cache/scopes';
import type { FailureReports } from './cache/useFailureReports';
import { useFailureReports } from './cache/useFailureReports';
import { CustomersContext, type CustomersContextValue } from './context/customersContext';
import type { PreferencesStore } from './context/preferences';
import { localPreferences } from './context/preferences';
import type { LinkComponent, Navigate, Navigation } from './navigation/navigation';
import { guardNavigate, historyNavigate, NavigatingLink, NavigationContext } from './navigation/navigation';

/** What `CustomersProvider` takes. */
export interface CustomersProviderProps extends FailureReports {
	/** Where customers come from, in a browser usually `httpBackend({ url })`. May be made anew on every render. */
	backend: CustomerBackend;
	/**
	 * Partition of the cache, usually the signed-in user's id; two backends side by side need one each.
	 * Changing it drops what the former user saw and typed, also answers still on their way: keep it while a session has merely ended.
	 * @default ''
	 */
	scope?: string;
	/** The words and the language. @default en */
	locale?: Locale;
	/** Where responses are kept. @default the host's from `QueryClientProvider`, else one of the kit's own */
	queryClient?: QueryClient;
	/** The router's link; takes `href`. @default a plain `<a>`, through `navigate` where that is given */
	Link?: LinkComponent;
	/** The router's way to go to an address. @default the History API */
	navigate?: Navigate;
	/** Remembers columns and views, never personal data. @default `localStorage`, apart for each `scope` (by a short hash of it) */
	preferences?: PreferencesStore;
	/**
	 * Whether what is on screen follows what others change, where the backend tells of it (`live` of its capabilities). Nobody is moved away
	 * from what they read: a table says how many are new.
	 * @default true
	 */
	live?: boolean;
	/** What has customers below it. */
	children?: ReactNode;
}

/**
 * Gives every hook and component below it a backend. Leaves the host's own TanStack Query context untouched.
 *
 * @example
 * <CustomersProvider backend={backend} scope="user-1">
 * 	<CustomerBrowser basePath="/admin/customers" />
 * </CustomersProvider>;
 */
export function CustomersProvider(props: CustomersProviderProps) {
	const { backend, scope = '', locale: words, live = true, queryClient: given, Link, navigate, children } = props;
	const host = useContext(QueryClientContext);
	const queryClient = useMemo(() => given ?? host ?? new QueryClient(), [given, host]);
	// `Intl` takes `pt-BR` and throws at `pt_BR`, as files and servers write it.
	const locale = useMemo(() => words && { ...words, code: words.code.replaceAll('_', '-') }, [words]);
	const preferences = useMemo(() => props.preferences ?? localPreferences(scope), [props.preferences, scope]);

	useInsertionEffect(() => enterScope(queryClient, scope), [queryClient, scope]);
	const report = useFailureReports(queryClient, scope, props);
	useEffect(() => {
		queryClient.mount();
		return () => queryClient.unmount();
	}, [queryClient]);
	// After the children's effects: their queries have moved to the new scope by now.
	useEffect(() => dropFormerScopes(queryClient, scope), [queryClient, scope]);

	const customers = useMemo(
		() => ({ backend, scope, locale, queryClient, preferences, follow: live ? follow : undefined, onError: report }),
		[backend, scope, locale, queryClient, preferences, live, report],
	);
	const navigation = useMemo((): Navigation => {
		const go = navigate ?? historyNavigate;
		return { Link: Link ?? (navigate ? NavigatingLink : 'a'), navigate: guardNavigate(go) };
	}, [Link, navigate]);
	return (
		<CustomersContext.Provider value={customers}>
			<NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>
		</CustomersContext.Provider>
	);
}

/** Here, in what every page has: in parts of it, what they share with this would leave the bundle of both. */
function follow(context: CustomersContextValue, onNew?: () => void): () => void {
	let following: Promise<(() => void) | undefined> | undefined;
	// What a page shows first is not to wait for what follows its changes.
	const timer = setTimeout(() => {
		following = import('./live/followChanges').then(
			(part) => part.followChanges(context, onNew),
			(): undefined => {},
		);
	}, 300);
	return () => {
		clearTimeout(timer);
		following?.then((end) => end?.());
	};
}
