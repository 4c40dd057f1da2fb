'use client';
import type { MouseEvent } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { selectionWords } from '../../locales/english/table/selectionWords';
import { formatMessage } from '../../locales/formatMessage';
import { slot } from '../ui/slot';
import { tableRoles } from './tableRoles';

export interface RowCheckProps {
	/** Of the row. */
	name: string;
	checked: boolean;
	/** `extend`: from the row chosen last up to this one. */
	onSelect: (extend: boolean) => void;
}

/** The cell that chooses a row; as with the box in it, a click with Shift chooses all rows in between. */
export function RowCheck({ name, checked, onSelect }: RowCheckProps) {
	const { table } = useWords(selectionWords);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the box in it is for the keyboard
		<td
			{...tableRoles.cell}
			{...slot('pc-check-cell')}
			onClick={(event: MouseEvent) => {
				if (event.target === event.currentTarget) onSelect(event.shiftKey);
			}}
		>
			<input
				type="checkbox"
				{...slot('pc-row-check')}
				aria-label={formatMessage(table.selectRow, { name })}
				checked={checked}
				onChange={({ nativeEvent }) => onSelect('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
			/>
		</td>
	);
}
