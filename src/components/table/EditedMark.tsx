'use client';
import { useWords } from '../../hooks/context/useWords';
import { type CustomerView, isEditedView, type ViewedState } from '../../hooks/table/customerView';
import type { TableLayout } from '../../hooks/table/tableLayout';
import { viewWords } from '../../locales/english/table/viewWords';
import { slot } from '../ui/slot';

interface EditedMarkProps {
	view: CustomerView;
	/** Of the table, as its layout. */
	state: ViewedState;
	layout: TableLayout;
}

/** A dot beside the name of the view that is shown, once the table shows something else. */
export function EditedMark({ view, state, layout }: EditedMarkProps) {
	const { menus } = useWords(viewWords);
	return (
		isEditedView(view, state, layout) && (
			<span {...slot('pc-menu-edited')}>
				<span {...slot('pc-unseen')}>{`(${menus.edited})`}</span>
			</span>
		)
	);
}
