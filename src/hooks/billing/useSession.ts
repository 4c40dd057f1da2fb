'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CustomerBackend, WriteOptions } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import { createIdempotencyKeys } from '../cache/idempotencyKeys';
import type { WriteContext } from '../cache/writeContext';
import { writeSettings } from '../cache/writeSettings';
import { useCustomersContext } from '../context/customersContext';
import { useEventCallback } from '../context/useEventCallback';
import { leavePage } from '../navigation/leaveGuards';
import { listsSubscriptions, subscriptionsQuery } from './billingQueries';
import { takeSnapshot } from './billingSnapshot';
import { type OpenSession, openSession } from './openSession';
import { refreshAfterVisit, refreshBilling } from './refreshBilling';
import { keepNote } from './sessionNotes';

/**
 * How far it is: `idle` before a click; `opening` while the backend is asked, `leaving` once the browser is on its way, `updated` where there was nothing to pay,
 * `failed` with `error`.
 */
export type SessionStatus = 'idle' | 'opening' | 'leaving' | 'updated' | 'failed';

/** TanStack's mutation, but for a `status` of its own. */
export type SessionMutation<Result, Input> = Omit<UseMutationResult<Result, CustomerError, Input, WriteContext>, 'status'> & {
	/** How far it is. */
	status: SessionStatus;
};

interface SessionSettings<Result, Input> {
	kind: 'checkout' | 'portal';
	open: OpenSession;
	/** The input with every address in it, as it is sent. */
	complete: (input: Input) => Input;
	/** Asks the backend for the session. */
	ask: (backend: CustomerBackend, input: Input, options: WriteOptions) => Promise<Result>;
	onUpdated?: ((result: Result, input: Input) => void) | undefined;
	onError?: ((error: CustomerError, input: Input) => void) | undefined;
}

/** A visit to the vendor's pages, begun by a click and never otherwise. */
export function useSession<Result extends { url: string | null }, Input extends { customerId: string }>({
	kind,
	open,
	complete,
	ask,
	onUpdated,
	onError,
}: SessionSettings<Result, Input>): SessionMutation<Result, Input> {
	const context = useCustomersContext();
	const { backend, scope, queryClient } = context;
	const [withKey] = useState(createIdempotencyKeys);
	const running = useRef<Promise<Result>>(null);
	const [away, setAway] = useState(false);
	const shownTo = useShownTo(scope);

	/** What the customer has before they pay, so that one can tell on the return whether anything has changed. */
	const know = async (customerId: string) => {
		if (kind === 'checkout' && listsSubscriptions(context))
			await queryClient.fetchQuery({ ...subscriptionsQuery(context, customerId), retry: false }).catch(() => {});
	};
	const visit = async (given: Input): Promise<Result> => {
		const place = openSession(open);
		// Tried again from another address it is another request: its key must not be the former one's.
		const input = complete(given);
		try {
			const asked = withKey(input, (idempotencyKey) => ask(backend, input, { scope, idempotencyKey }));
			const [result] = await Promise.all([asked, know(input.customerId)]);
			// Whoever has gone elsewhere meanwhile, or is somebody else by now, is not sent to pay.
			if (result.url === null || shownTo.current !== scope) {
				place.close();
				return result;
			}
			const go = place.to(result.url);
			const leave = () => {
				keepNote(kind, scope, input.customerId, { before: takeSnapshot(queryClient, scope, input.customerId) }, place.tab);
				go();
				setAway(true);
			};
			// Nobody was asked about unsaved typing, for a tab of its own would have left it alone.
			if (place.leaves) leavePage(leave);
			else leave();
			return result;
		} catch (error) {
			place.close();
			throw error;
		}
	};
	const mutation = useMutation<Result, CustomerError, Input, WriteContext>(
		{
			...writeSettings<Result, Input>(context, kind, { onError }, (result, input) => {
				if (result.url !== null) return;
				void refreshBilling(queryClient, scope, input.customerId);
				onUpdated?.(result, input);
			}),
			// A second click while the first one is under way is the same visit.
			mutationFn: (input) => {
				running.current ??= visit(input).finally(() => {
					running.current = null;
				});
				return running.current;
			},
		},
		queryClient,
	);

	const { reset, variables, mutate, mutateAsync } = mutation;
	const customerId = variables?.customerId;
	useReturn(away && customerId !== undefined, open, () => {
		setAway(false);
		reset();
		refreshAfterVisit(queryClient, scope, customerId!);
	});

	const first = (go: () => void) => (open === 'same-tab' ? leavePage(go) : go());
	return {
		...mutation,
		status: statusOf(mutation, away),
		mutate: (...call) => first(() => mutate(...call)),
		mutateAsync: (...call) => new Promise((resolve, reject) => first(() => mutateAsync(...call).then(resolve, reject))),
	};
}

/** Whose page this is, while it is shown. */
function useShownTo(scope: string): RefObject<string | undefined> {
	const shownTo = useRef<string>(undefined);
	useEffect(() => {
		shownTo.current = scope;
		return () => {
			shownTo.current = undefined;
		};
	}, [scope]);
	return shownTo;
}

/** Hears of who comes back from the vendor's pages. */
function useReturn(away: boolean, open: OpenSession, onReturn: () => void): void {
	const comeBack = useEventCallback(onReturn);
	useEffect(() => {
		if (!away) return;
		// Out of the back-forward cache the page is as it was left; a page whose vendor has a tab of its own gets the focus again.
		const onPageShow = (event: PageTransitionEvent) => event.persisted && comeBack();
		window.addEventListener('pageshow', onPageShow);
		if (open !== 'same-tab') window.addEventListener('focus', comeBack);
		return () => {
			window.removeEventListener('pageshow', onPageShow);
			window.removeEventListener('focus', comeBack);
		};
	}, [away, open, comeBack]);
}

function statusOf<Result extends { url: string | null }>(
	{ isPending, isError, data }: Pick<UseMutationResult<Result>, 'isPending' | 'isError' | 'data'>,
	away: boolean,
): SessionStatus {
	if (isPending) return 'opening';
	if (isError) return 'failed';
	if (away) return 'leaving';
	return data?.url === null ? 'updated' : 'idle';
}
