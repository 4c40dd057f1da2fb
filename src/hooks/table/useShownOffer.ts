'use client';
import { useEffect, useState } from 'react';
import type { Capabilities } from '../../contract/backend';

/** How long what is offered waits for the rows that come with it, in milliseconds: shown one after the other, each costs a frame. */
const togetherMs = 50;

/**
 * What the backend offers, once the list has come that was asked for at the same time, or has not for a moment.
 *
 * @param waits the list is still to come
 */
export function useShownOffer(offer: Capabilities | undefined, waits: boolean): Capabilities | undefined {
	const [shown, show] = useState(offer);
	const delayed = waits && offer !== undefined && shown === undefined;
	if (!delayed && shown !== offer) show(offer);
	useEffect(() => {
		if (!delayed) return;
		const timer = setTimeout(show, togetherMs, offer);
		return () => clearTimeout(timer);
	}, [delayed, offer]);
	return delayed ? undefined : offer;
}
