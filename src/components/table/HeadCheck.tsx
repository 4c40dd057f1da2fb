'use client';
import { useEffect, useRef } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerSelectionModel } from '../../hooks/table/useCustomerSelection';
import { selectionWords } from '../../locales/english/table/selectionWords';
import { slot } from '../ui/slot';

export interface HeadCheckProps {
	selection: Pick<CustomerSelectionModel, 'shown' | 'toggleShown'>;
}

/** The box over the boxes: chooses the rows shown, or none of them. */
export function HeadCheck({ selection: { shown, toggleShown } }: HeadCheckProps) {
	const { selection: words } = useWords(selectionWords);
	const box = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (box.current) box.current.indeterminate = shown === 'some';
	}, [shown]);
	return (
		<label {...slot('pc-check-all')}>
			<input ref={box} type="checkbox" {...slot('pc-check')} checked={shown === 'all'} onChange={toggleShown} />
			<span>{words.page}</span>
		</label>
	);
}
