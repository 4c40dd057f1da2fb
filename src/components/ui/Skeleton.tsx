'use client';
import { slot } from './slot';

/** Stands where a line of text will be, about as long. */
export function Skeleton({ size }: { size?: 'short' | 'long' | 'full' }) {
	return <span {...slot('pc-skeleton')} aria-hidden="true" data-size={size} />;
}
