import * as Dialog from '@radix-ui/react-dialog';
import { useState } from 'react';
import { AllCustomers } from '../hand/HandPages';
import '../hand/hand.css';
import { TanStackForm } from './TanStackForm';
import { TanStackTable } from './TanStackTable';

/** The table, and the form in a dialog: what is counted in bytes. */
export function Customers() {
	const [open, setOpen] = useState(false);
	return (
		<Dialog.Root open={open} onOpenChange={setOpen}>
			<Dialog.Trigger>New customer</Dialog.Trigger>
			<AllCustomers Table={TanStackTable} />
			<Dialog.Portal>
				<Dialog.Overlay className="hand-overlay" />
				<Dialog.Content className="hand-dialog" aria-describedby={undefined}>
					<Dialog.Title>New customer</Dialog.Title>
					<TanStackForm onSaved={() => setOpen(false)} />
				</Dialog.Content>
			</Dialog.Portal>
		</Dialog.Root>
	);
}
