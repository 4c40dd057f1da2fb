'use client';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { unclearableFields } from '../../contract/clearableFields';
import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { useCustomersContext } from '../context/customersContext';
import { customerKey } from './customerKey';
import { querySettings } from './querySettings';
import { setUndo, type UndoRecord } from './undoRecord';
import { useCapabilities } from './useCapabilities';
import { useUpdateCustomer } from './useUpdateCustomer';

/** How an edit is offered to be undone. */
export interface UseUndoOptions {
	/** For how long, in milliseconds; `Infinity` is until it is taken or closed, for whoever needs more time (WCAG 2.2.1). @default 10_000 */
	duration?: number;
}

/** What a timer can wait at most. */
const longestMs = 2 ** 31 - 1;

/** The last edit, and how to undo it. */
export interface UndoState {
	/** `idle`: nothing to undo. `undone` and `failed` last as long as an offer does. */
	status: 'idle' | UndoRecord['state'];
	/** The customer before and after the edit; `null` while idle. */
	edit: {
		/** As it was before. */
		before: Customer;
		/** As it was saved. */
		after: Customer;
	} | null;
	/** Why undoing failed; after `version_conflict` someone else has changed the customer since. */
	error: CustomerError | null;
	/** Saves what was there before, unless someone else has changed the customer since. Never rejects: what failed is in `error`. */
	undo: () => Promise<void>;
	/** Takes the offer away. */
	dismiss: () => void;
	/** Time stands still while the offer is pointed at or has the focus. */
	hold: (held: boolean) => void;
}

/**
 * The last edit that was saved below the provider, to be undone for ten seconds or its `duration`, whoever made it: a form, or
 * `useUpdateCustomer`.
 *
 * @returns the last edit of this page, and how to undo it
 * @example
 * const { status, undo } = useUndo();
 * if (status === 'offered') await undo();
 */
export function useUndo({ duration = 10_000 }: UseUndoOptions = {}): UndoState {
	const { scope, queryClient } = useCustomersContext();
	const { data: capabilities } = useCapabilities();
	const [held, setHeld] = useState(false);
	const query = useQuery<UndoRecord | null>(
		{
			...querySettings,
			queryKey: customerKey(scope, 'undo'),
			queryFn: skipToken,
			staleTime: Number.POSITIVE_INFINITY,
			structuralSharing: false,
		},
		queryClient,
	);
	const record = query.data && canPutBack(query.data, capabilities?.write.clear) ? query.data : null;
	const put = (next: UndoRecord | null) => setUndo(queryClient, scope, next);
	const update = useUpdateCustomer({
		onSuccess: (after) => record && put({ ...record, after, state: 'undone', at: Date.now() }),
		onError: (error) => record && put({ ...record, state: 'failed', error, at: Date.now() }),
	});

	// What is gone can no longer be left.
	if (held && !record) setHeld(false);

	// biome-ignore lint/correctness/useExhaustiveDependencies: a new record or hold starts the time anew
	useEffect(() => {
		if (!record || record.state === 'undoing' || held) return;
		const timer = setTimeout(() => put(null), Math.min(record.at + duration - Date.now(), longestMs));
		return () => clearTimeout(timer);
	}, [record, held, duration]);

	return {
		status: record?.state ?? 'idle',
		edit: record && { before: record.before, after: record.after },
		error: record?.error ?? null,
		undo: async () => {
			if (!record || record.state === 'undoing' || record.state === 'undone') return;
			const { after, patch } = record;
			const { error: _former, ...offer } = record;
			put({ ...offer, state: 'undoing' });
			await update.mutateAsync({ id: after.id, patch, ifVersion: after.version }).catch(() => undefined);
		},
		dismiss: () => put(null),
		hold: (hold) => {
			setHeld(hold);
			const now = queryClient.getQueryData<UndoRecord | null>(customerKey(scope, 'undo'));
			if (!hold && now) put({ ...now, at: Date.now() });
		},
	};
}

function canPutBack({ patch }: UndoRecord, clearable: readonly string[] = []): boolean {
	return unclearableFields(patch, clearable).length === 0;
}
