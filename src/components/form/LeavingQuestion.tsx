'use client';
import { type RefObject, useImperativeHandle, useLayoutEffect } from 'react';
import type { CustomerFormMethods } from '../../hooks/form/customerFormModel';
import { watchUnsaved } from '../../hooks/form/watchUnsaved';
import type { LeaveGuardState } from '../../hooks/navigation/leaveQuestion';
import { useLeaveGuard } from '../../hooks/navigation/useLeaveGuard';
import { DiscardQuestion } from './DiscardQuestion';

interface LeavingQuestionProps {
	form: CustomerFormMethods;
	/** Whether to ask at all, or who else may ask, too. */
	guard: boolean | LeaveGuardState;
	/** Hears whether there is something to lose; stays the same. */
	tell: (dirty: boolean) => void;
	/** For the form's own ways to leave. */
	leaving: RefObject<LeaveGuardState | null>;
}

/** Knows whether there is something to lose and asks before it is lost. No key renders it, nor anything else. */
export function LeavingQuestion({ form, guard, tell, leaving }: LeavingQuestionProps) {
	const own = useLeaveGuard();
	const question = typeof guard === 'object' ? guard : own;
	const asks = guard !== false;
	useImperativeHandle(leaving, () => question);
	const { asking, keep, discard, setDirty } = question;
	useLayoutEffect(() => {
		const hear = (unsaved: boolean) => {
			tell(unsaved);
			setDirty(asks && unsaved);
		};
		const unsubscribe = watchUnsaved(form, hear);
		return () => {
			unsubscribe();
			hear(false);
		};
	}, [form, asks, setDirty, tell]);
	return asking && <DiscardQuestion onKeep={keep} onDiscard={discard} />;
}
