'use client';
import type { RefObject } from 'react';
import { usePanelClosing } from '../ui/usePanelClosing';

interface MenuClosingProps {
	around: RefObject<HTMLElement | null>;
	close: () => void;
	leave: () => void;
}

/** Closes a menu that is open. */
export function MenuClosing({ around, close, leave }: MenuClosingProps) {
	usePanelClosing(around, true, close, leave);
	return null;
}
