'use client';
import { useEffect, useRef } from 'react';
import type { CustomerTableModel } from '../../hooks/useCustomerTable';
import type { CustomerSelection } from '../../hooks/useRowSelection';

/** Tells the host what is chosen, each time it changes. */
export function useSelectionReports({ selection }: CustomerTableModel, onChange: ((selection: CustomerSelection) => void) | undefined) {
	const told = useRef(selection.value);
	useEffect(() => {
		if (told.current === selection.value) return;
		told.current = selection.value;
		onChange?.(selection.value);
	});
}
