import { lazyPart } from '../../hooks/context/lazyPart';

/** Keys and mouse on rows, the panels of the menus, and what is asked for: dates, an email, a total. One file, for all of them. */
export const useReachedParts = lazyPart(() => import('./reachedParts'));
