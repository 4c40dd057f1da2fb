'use client';
import { slot } from './slot';

/** Stands where a line of text will be. `width` is any CSS length. */
export function Skeleton({ width }: { width: string }) {
	return <span {...slot('pc-skeleton')} aria-hidden="true" style={{ inlineSize: width }} />;
}
