'use client';
import { useEffect, useRef } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { selectionWords } from '../../locales/english/table/selectionWords';
import { slot } from '../ui/slot';

export interface HeadCheckProps {
	/** How many of the rows shown are chosen. */
	shown: 'none' | 'some' | 'all';
	onToggle: () => void;
	/** All rows that are loaded stand below each other. */
	infinite: boolean;
}

/** The box over the boxes: chooses the rows shown, or none of them. */
export function HeadCheck({ shown, onToggle, infinite }: HeadCheckProps) {
	const { selection } = useWords(selectionWords);
	const box = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (box.current) box.current.indeterminate = shown === 'some';
	}, [shown]);
	return (
		<label {...slot('pc-check-all')}>
			<input ref={box} type="checkbox" {...slot('pc-check')} checked={shown === 'all'} onChange={onToggle} />
			<span>{infinite ? selection.loaded : selection.page}</span>
		</label>
	);
}
