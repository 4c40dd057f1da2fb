'use client';
import type { InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';

type Data = CustomerPage | InfiniteData<CustomerPage> | undefined;

interface Asked {
	scope: string;
	request: ListCustomersRequest;
	/** How many customers come before what is asked for; `undefined` where nobody knows. */
	offset: number | undefined;
	data: Data;
	/** The same as the cache has it by now: what is saved meanwhile is shown. */
	read: () => Data;
}

interface Outcome {
	error: CustomerError | null;
	isPlaceholderData: boolean;
}

export interface ShownPages extends Pick<Asked, 'offset'> {
	pages: readonly CustomerPage[];
	/** They are of a former page or search. */
	isPrevious: boolean;
	error: CustomerError | null;
}

/**
 * Keeps the rows shown where what is asked for next fails: TanStack keeps them only until then. And keeps what failed while it is tried
 * again, so that the banner stays, and with it the button that was pressed.
 */
export function useFormerRows({ error, isPlaceholderData }: Outcome, asked: Asked): ShownPages {
	const { scope, request, data } = asked;
	const shown = useRef(asked);
	const failed = useRef<Pick<Asked, 'request'> & Pick<Outcome, 'error'>>(undefined);
	const lost = data === undefined && error;
	const { current } = shown;
	const held = lost && current.scope === scope ? (current.read() ?? current.data) : data;
	const isPrevious = isPlaceholderData || held !== data;
	useEffect(() => {
		if (lost) failed.current = { request, error };
		else if (!isPrevious) shown.current = asked;
	});
	const former = failed.current;
	return {
		...(isPrevious ? current : asked),
		pages: useMemo(() => (held ? ((held as Partial<InfiniteData<CustomerPage>>).pages ?? [held as CustomerPage]) : []), [held]),
		isPrevious,
		error: isPlaceholderData && former?.request === request ? former.error : error,
	};
}
