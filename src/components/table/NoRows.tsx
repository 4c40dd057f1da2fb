'use client';
import type { ReactNode } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { menuWords, tableWords } from '../../locales/english/table/tableWords';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import type { StateParts } from './useStateParts';

interface NoRowsProps {
	table: CustomerTableModel;
	onCreate: (() => void) | undefined;
	/** The host's buttons where there is nobody yet. */
	emptyActions: ReactNode;
	part: StateParts;
}

/** Says why there are no rows, as far as what says so could be loaded. */
export function NoRows({ part, ...props }: NoRowsProps) {
	const { menus } = useWords(menuWords);
	const { common } = useWords(tableWords);
	if (part) return <part.TableState {...props} />;
	return <Alert tone="danger" role="alert" title={menus.failed} actions={<Button onClick={props.table.retry}>{common.retry}</Button>} />;
}
