'use client';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { type CustomerSelection, type CustomerSelectionModel, useCustomerSelection } from '../../hooks/table/useCustomerSelection';
import { SelectionBar } from './SelectionBar';

interface TableSelectionProps {
	table: CustomerTableModel;
	selectionActions?: (selection: CustomerSelectionModel) => ReactNode;
	onSelectionChange?: (selection: CustomerSelection) => void;
	/** The host's, where it keeps one. */
	kept: CustomerSelectionModel | undefined;
	/** Called with the table's own, where the host keeps none. */
	onChange: (selection: CustomerSelectionModel) => void;
}

/** What is chosen: the table's own or the host's, with the bar that shows it. */
export function TableSelection({ kept, ...props }: TableSelectionProps) {
	return kept ? <Reported {...props} selection={kept} /> : <Own {...props} />;
}

type OwnProps = Omit<TableSelectionProps, 'kept'>;

function Own(props: OwnProps) {
	const { table, onChange } = props;
	const selection = useCustomerSelection(table);
	useLayoutEffect(() => onChange(selection), [selection, onChange]);
	return <Reported {...props} selection={selection} />;
}

/** Tells the host what is chosen, each time it changes. */
function Reported({ table, selection, selectionActions, onSelectionChange }: OwnProps & { selection: CustomerSelectionModel }) {
	const told = useRef(selection.value);
	useEffect(() => {
		if (told.current === selection.value) return;
		told.current = selection.value;
		onSelectionChange?.(selection.value);
	});
	return table.status === 'ready' && <SelectionBar table={table} selection={selection} actions={selectionActions} />;
}
