'use client';
import type { ReactNode } from 'react';

/** An email that breaks after its signs, and not in the middle of a word; any other text as it is. */
export function breakable(text: string, isEmail: boolean = text.includes('@')): ReactNode {
	const end = text.search(/(?<=[@.])./);
	return isEmail && end > 0 ? (
		<>
			{text.slice(0, end)}
			<wbr />
			{breakable(text.slice(end), true)}
		</>
	) : (
		text
	);
}
