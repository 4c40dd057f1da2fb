'use client';
import type { MouseEvent } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { filterWords } from '../../locales/english/table/filterWords';
import { formatMessage } from '../../locales/formatMessage';
import { Button } from '../ui/Button';

interface LetGoProps {
	/** Of the filter. */
	label: string;
	/** Else by date. */
	byCountry: boolean;
	onFilter: CustomerTableModel['setFilters'];
}

/** Lets go of one filter; the focus goes to the button that chooses, because this one goes. */
export function LetGo({ label, byCountry, onFilter }: LetGoProps) {
	const { table } = useWords(filterWords);
	const clear = ({ currentTarget }: MouseEvent) => {
		currentTarget.parentElement?.querySelector('button')?.focus();
		onFilter(byCountry ? { country: [] } : { created: {} });
	};
	return (
		<Button variant="ghost" size="small" icon="close" aria-label={formatMessage(table.clearFilter, { filter: label })} onClick={clear} />
	);
}
