'use client';
import { useEffect, useMemo, useState } from 'react';
import { addressLayout } from '../../domain/addressLayout';
import { loadSubdivisions } from '../../domain/subdivision';
import type { SubdivisionSearch } from './subdivisionSearch';

/** The states of a country, to choose from. */
export interface SubdivisionsState extends SubdivisionSearch {
	/** `none`: the country has no list and the state is free text. `failed`: likewise, for want of the list. */
	status: 'none' | 'loading' | 'ready' | 'failed';
}

/** The fields themselves are shown first: the list is long. */
const afterFramesMs = 50;

const unlisted: SubdivisionSearch = { list: [], find: () => undefined, misplaced: () => undefined };

/**
 * The states or provinces to choose from in a country, loaded when first needed.
 *
 * @returns the list, and how far it is
 * @example
 * const { status, list } = useSubdivisions('IN');
 */
export function useSubdivisions(country: string): SubdivisionsState {
	const [loaded, setLoaded] = useState<{ country: string; state: SubdivisionSearch | null }>({ country: '', state: null });
	const listed = addressLayout(country).hasSubdivisions;

	useEffect(() => {
		if (!listed) return;
		let current = true;
		const timer = setTimeout(() => {
			load(country).then(
				(state) => current && setLoaded({ country, state }),
				() => current && setLoaded({ country, state: null }),
			);
		}, afterFramesMs);
		return () => {
			current = false;
			clearTimeout(timer);
		};
	}, [country, listed]);

	return useMemo(() => {
		if (!listed) return { status: 'none', ...unlisted };
		if (loaded.country !== country) return { status: 'loading', ...unlisted };
		return loaded.state ? { status: 'ready', ...loaded.state } : { status: 'failed', ...unlisted };
	}, [loaded, country, listed]);
}

async function load(country: string): Promise<SubdivisionSearch> {
	const [list, { createSubdivisionSearch }] = await Promise.all([loadSubdivisions(country), import('./subdivisionSearch')]);
	return createSubdivisionSearch(list, country);
}
