'use client';
import type { MouseEvent } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { filterWords } from '../../locales/english/table/filterWords';
import { formatMessage } from '../../locales/formatMessage';
import { Button } from '../ui/Button';

/** Lets go of one filter; the focus goes to the button that chooses, because this one goes. */
export function LetGo({ label, onClick }: { label: string; onClick: () => void }) {
	const { table } = useWords(filterWords);
	const clear = ({ currentTarget }: MouseEvent) => {
		currentTarget.parentElement?.querySelector('button')?.focus();
		onClick();
	};
	return (
		<Button variant="ghost" size="small" icon="close" aria-label={formatMessage(table.clearFilter, { filter: label })} onClick={clear} />
	);
}
