import type { KeyboardEvent } from 'react';

/** What an input has to know of the list below it. */
export interface MatchState {
	/** There is something to choose. */
	expanded: boolean;
	/** The id of the option that Enter takes. */
	active: string | undefined;
	/** What those hear who cannot see the list. */
	said: string;
}

/** While there is no list. */
export const closedMatches: MatchState = { expanded: false, active: undefined, said: '' };

/** What a list does with the keys of its input. */
export type MatchKeys = (event: KeyboardEvent<HTMLInputElement>) => void;
