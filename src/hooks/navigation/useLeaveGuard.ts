'use client';
import { useEffect, useState } from 'react';
import { createLeaveQuestion, type LeaveGuardState } from './leaveQuestion';

/**
 * Keeps typing from getting lost, without markup: while there is some, every link of the page, the kit's `navigate`, Back and Forward ask
 * first, and so does the browser before the tab closes. Moves by a host's own code do not: ask before those, or let the router do all the
 * asking. As the `guard` of a `CustomerForm` it knows what was typed there, and the form asks: so a dialog around it can ask before it closes.
 *
 * @param dirty whether there is something to lose; left out where a form says so
 * @returns the question, while there is one to ask
 * @example
 * const guard = useLeaveGuard();
 * const [open, setOpen] = useState(true);
 * <Dialog.Root open={open} onOpenChange={() => guard.leave(() => setOpen(false))}>
 * 	<Dialog.Content>
 * 		<CustomerForm guard={guard} />
 * 	</Dialog.Content>
 * </Dialog.Root>;
 */
export function useLeaveGuard(dirty?: boolean): LeaveGuardState {
	const [asking, setAsking] = useState(false);
	// Told what there is to lose, so that only its question renders anything.
	const [question] = useState(() => createLeaveQuestion(setAsking));
	useEffect(() => {
		if (dirty !== undefined) question.setDirty(dirty);
	}, [question, dirty]);
	useEffect(() => () => question.setDirty(false), [question]);
	return { asking, ...question };
}
