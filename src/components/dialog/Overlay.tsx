'use client';
import { forwardRef, useLayoutEffect } from 'react';
import { slot } from '../ui/slot';

/** Lies between a dialog and the page, and keeps the page where it is. Radix's own does so by a `<style>`, which strict hosts block. */
export const Overlay = forwardRef<HTMLDivElement, { className: string | undefined }>(function Overlay({ className }, ref) {
	useLayoutEffect(holdPage, []);
	// The page below takes no clicks meanwhile; this does.
	return <div ref={ref} {...slot('pc-overlay', className)} style={{ pointerEvents: 'auto' }} />;
});

let overlays = 0;
let letGo = () => {};

/** What is below does not scroll until the last one who holds it lets go; where its scrollbar was, room is kept. */
function holdPage(): () => void {
	if (overlays++ === 0) {
		const { style, clientWidth } = document.documentElement;
		const { overflow, scrollbarGutter } = style;
		// A page that has no scrollbar must not make room for one.
		if (window.innerWidth > clientWidth) style.scrollbarGutter = 'stable';
		style.overflow = 'hidden';
		letGo = () => Object.assign(style, { overflow, scrollbarGutter });
	}
	return () => {
		if (--overlays === 0) letGo();
	};
}
