import type { QueryClient } from '@tanstack/react-query';
import type { Customer } from '../../domain/customer';
import { customerKey, scopeKey } from './customerKey';
import { isList, isLoadingMore, listsOf, pagesOf } from './lists';
import { mergeInto, mergeRecentWrites } from './mergeRecentWrites';
import { type WriteContext, writesOf } from './writeContext';

/**
 * Shows a created or edited customer at once in its detail and in every list, then lets mounted lists ask again.
 *
 * @param asked whom the write was for: an id, or `me`
 */
export function showWritten(client: QueryClient, context: WriteContext, customer: Customer, isNew: boolean, asked?: string): void {
	const { scope } = context;
	for (const id of [customer.id, 'me']) {
		const detail = customerKey(scope, 'detail', id);
		if (id !== customer.id && id !== asked && client.getQueryData<Customer>(detail)?.id !== customer.id) continue;
		// Answers to reads that began before the write would undo it.
		void client.cancelQueries({ queryKey: detail });
		client.setQueryData<Customer>(detail, customer);
	}
	void client.cancelQueries({ queryKey: scopeKey(scope), predicate: (query) => isList(query) && !isLoadingMore(query) });

	context.saved = { customer, isNew, at: Date.now() };
	mergeRecentWrites(client);
	for (const list of listsOf(client, scope)) mergeInto(client, list, [context.saved]);
	refreshLists(client, scope);
}

/**
 * The same after a create. Who was there already was found, not written: what is told of them later is others' doing, and what was saved
 * here meanwhile stays.
 */
export function showCreated(client: QueryClient, context: WriteContext, customer: Customer, isNew: boolean, asked?: string): void {
	const { scope } = context;
	const isSaved = !isNew && writesOf(client, scope).some(({ saved }) => saved?.customer.id === customer.id);
	const saved = isSaved && client.getQueryData<Customer>(customerKey(scope, 'detail', customer.id));
	showWritten(client, isNew ? context : { scope }, saved || customer, isNew, asked);
}

/** Lets the lists on screen ask again, and the others when they are shown. */
export function refreshLists(client: QueryClient, scope: string): void {
	void client.invalidateQueries({
		queryKey: scopeKey(scope),
		refetchType: 'active',
		predicate: (query) => isList(query) && pagesOf(query).length <= 1,
	});
	// Who has an email is asked again when someone wants to know, not for the form that has just created its customer.
	void client.invalidateQueries({ queryKey: customerKey(scope, 'email'), refetchType: 'none' });
}
