'use client';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import type { CustomerBackend } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import type { Locale } from '../../locales/locale';
import type { PreferencesStore } from './preferences';

/** What a provider hands to the hooks below it. */
export interface CustomersContextValue {
	backend: CustomerBackend;
	scope: string;
	/** As the host gave it: `useLocale()` knows the default, so that hooks alone carry no words. */
	locale: Locale | undefined;
	queryClient: QueryClient;
	preferences: PreferencesStore;
	/** Keeps what is on screen as it is stored, where the host wants that. `onNew` hears of lists that would have others. Returns what unsubscribes. */
	follow: ((context: CustomersContextValue, onNew?: () => void) => () => void) | undefined;
	/** Tells the host. Stays the same, and never throws. */
	onError: (error: CustomerError) => void;
}

export const CustomersContext = createContext<CustomersContextValue | null>(null);

/** @throws Error outside a `<CustomersProvider>`. */
export function useCustomersContext(): CustomersContextValue {
	const context = useContext(CustomersContext);
	if (context === null) {
		throw new Error('proyecta-customers: no <CustomersProvider> above. Render one.');
	}
	return context;
}

/** Follows what others change, where the backend tells of it and the host wants it. */
export function useFollowing(context: CustomersContextValue, live: boolean | undefined): void {
	useEffect(() => (live ? context.follow?.(context) : undefined), [live, context]);
}
