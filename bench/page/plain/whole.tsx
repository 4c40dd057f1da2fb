import { useRef } from 'react';
import { PagedCustomers } from '../hand/HandPages';
import '../hand/hand.css';
import { PlainForm } from './PlainForm';
import { PlainTable } from './PlainTable';

/** The table, and the form in a dialog: what is counted in bytes. */
export function Customers() {
	const dialog = useRef<HTMLDialogElement>(null);
	return (
		<>
			<button type="button" onClick={() => dialog.current?.showModal()}>
				New customer
			</button>
			<PagedCustomers Table={PlainTable} selectable />
			<dialog ref={dialog} aria-label="New customer">
				<PlainForm onSaved={() => dialog.current?.close()} />
			</dialog>
		</>
	);
}
