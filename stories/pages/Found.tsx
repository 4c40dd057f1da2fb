import type { ReactNode } from 'react';

/** Headings of what is shown below, for the search; `npm run generate` writes them. Draws nothing. */
export function Found(_: { children: ReactNode }) {
	return null;
}
