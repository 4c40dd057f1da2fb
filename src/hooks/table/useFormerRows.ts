'use client';
import { useEffect, useRef } from 'react';
import type { CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';

interface Pages {
	scope: string;
	request: ListCustomersRequest;
	pages: readonly CustomerPage[];
	/** How many customers come before them; `undefined` where nobody knows. */
	offset: number | undefined;
}

interface Outcome {
	data: unknown;
	error: CustomerError | null;
	isPlaceholderData: boolean;
}

export interface ShownPages extends Pages {
	/** They are of a former page or search. */
	isPrevious: boolean;
	error: CustomerError | null;
}

/**
 * Keeps the rows shown where what is asked for next fails: TanStack keeps them only until then. And keeps what failed while it is tried
 * again, so that the banner stays, and with it the button that was pressed.
 */
export function useFormerRows({ data, error, isPlaceholderData }: Outcome, asked: Pages): ShownPages {
	const { scope, request } = asked;
	const shown = useRef(asked);
	const failed = useRef<Pick<ShownPages, 'request' | 'error'>>(undefined);
	const lost = data === undefined && error !== null;
	const isPrevious = isPlaceholderData || (lost && shown.current.scope === scope && shown.current.pages.length > 0);
	useEffect(() => {
		if (lost) failed.current = { request, error };
		else if (!isPrevious) shown.current = asked;
	});
	const former = failed.current;
	const of = isPrevious ? shown.current : asked;
	return {
		...of,
		pages: (lost ? of : asked).pages,
		isPrevious,
		error: isPlaceholderData && former?.request === request ? former.error : error,
	};
}
