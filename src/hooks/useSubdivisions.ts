'use client';
import { useEffect, useMemo, useState } from 'react';
import { addressRule, loadSubdivisions, type Subdivision } from '../domain/address';

export interface SubdivisionsState {
	/** `none`: the country has no list and the state is free text. `failed`: likewise, for want of the list. */
	status: 'none' | 'loading' | 'ready' | 'failed';
	list: readonly Subdivision[];
}

/** The states or provinces to choose from in a country, loaded when first needed. */
export function useSubdivisions(country: string): SubdivisionsState {
	const [loaded, setLoaded] = useState<{ country: string; list: readonly Subdivision[] | null }>({ country: '', list: [] });
	const listed = addressRule(country).hasSubdivisions;

	useEffect(() => {
		if (!listed) return;
		let current = true;
		loadSubdivisions(country).then(
			(list) => current && setLoaded({ country, list }),
			() => current && setLoaded({ country, list: null }),
		);
		return () => {
			current = false;
		};
	}, [country, listed]);

	return useMemo(() => {
		if (!listed) return { status: 'none', list: [] };
		if (loaded.country !== country) return { status: 'loading', list: [] };
		return loaded.list ? { status: 'ready', list: loaded.list } : { status: 'failed', list: [] };
	}, [loaded, country, listed]);
}
