import { lazyPart } from '../../hooks/context/lazyPart';

/** What draws the fields of an address: most forms are sent without one. */
export const useAddressPart = lazyPart(() => import('./AddressPart'));
