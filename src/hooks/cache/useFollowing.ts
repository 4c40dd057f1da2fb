'use client';
import { useEffect } from 'react';
import type { Capabilities } from '../../contract/backend';
import { useCustomersContext } from '../context/customersContext';

/** Keeps what is on screen as it is stored, where the backend tells of changes and the provider wants it. */
export function useFollowing(offered: Capabilities | undefined): void {
	const context = useCustomersContext();
	const live = context.live && offered?.live;
	useEffect(() => {
		if (!live) return;
		const ending = new AbortController();
		import('../live/followChanges').then(
			({ followChanges }) => followChanges(context, ending.signal),
			() => {},
		);
		return () => ending.abort();
	}, [live, context]);
}
