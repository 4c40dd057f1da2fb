'use client';
import { useEffect, useMemo, useState } from 'react';
import { addressLayout } from '../../domain/addressLayout';
import { loadSubdivisions, type Subdivision } from '../../domain/subdivision';

export interface SubdivisionsState {
	/** `none`: the country has no list and the state is free text. `failed`: likewise, for want of the list. */
	status: 'none' | 'loading' | 'ready' | 'failed';
	list: readonly Subdivision[];
	/** The entry that a text means: by its code, a name or another spelling. `undefined` without a list. */
	find: (text: string) => Subdivision | undefined;
	/** The state that a text means and a postal code in canonical spelling, where the code is usually in another; else `undefined`. */
	misplaced: (postalCode: string, text: string) => { state: Subdivision; postalCode: string } | undefined;
}

type Loaded = Pick<SubdivisionsState, 'find' | 'list' | 'misplaced'>;

const unlisted: Loaded = { list: [], find: () => undefined, misplaced: () => undefined };

/** The states or provinces to choose from in a country, loaded when first needed. */
export function useSubdivisions(country: string): SubdivisionsState {
	const [loaded, setLoaded] = useState<{ country: string; state: Loaded | null }>({ country: '', state: null });
	const listed = addressLayout(country).hasSubdivisions;

	useEffect(() => {
		if (!listed) return;
		let current = true;
		load(country).then(
			(state) => current && setLoaded({ country, state }),
			() => current && setLoaded({ country, state: null }),
		);
		return () => {
			current = false;
		};
	}, [country, listed]);

	return useMemo(() => {
		if (!listed) return { status: 'none', ...unlisted };
		if (loaded.country !== country) return { status: 'loading', ...unlisted };
		return loaded.state ? { status: 'ready', ...loaded.state } : { status: 'failed', ...unlisted };
	}, [loaded, country, listed]);
}

async function load(country: string): Promise<Loaded> {
	const [list, matches] = await Promise.all([loadSubdivisions(country), import('../../domain/addressMatches')]);
	const find = (text: string) => matches.findSubdivision(text, list);
	return {
		list,
		find,
		misplaced: (text, stateText) => {
			const state = find(stateText);
			const postalCode = state && matches.normalizePostalCode(text, country);
			return postalCode && !matches.postalMatchesState(postalCode, state) ? { state, postalCode } : undefined;
		},
	};
}
