'use client';
import type { ReactNode } from 'react';

/**
 * Gives a text an element of its own. A browser that translates a page puts texts into elements: what React inserts beside one, or takes out,
 * would throw then.
 */
export function ownElement(content: ReactNode): ReactNode {
	return typeof content === 'string' ? <span>{content}</span> : content;
}
