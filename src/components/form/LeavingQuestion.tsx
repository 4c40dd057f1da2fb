'use client';
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect } from 'react';
import { useEventCallback } from '../../hooks/context/useEventCallback';
import type { CustomerFormModel } from '../../hooks/form/customerFormModel';
import { watchUnsaved } from '../../hooks/form/watchUnsaved';
import type { LeaveGuardState } from '../../hooks/navigation/leaveQuestion';
import { useLeaveGuard } from '../../hooks/navigation/useLeaveGuard';
import { DiscardQuestion } from './DiscardQuestion';

interface LeavingQuestionProps {
	model: Pick<CustomerFormModel, 'form'>;
	/** Whether to ask at all, or who else may ask, too. */
	guard: boolean | LeaveGuardState;
	onDirtyChange: ((dirty: boolean) => void) | undefined;
	/** For the form's own ways to leave. */
	leaving: RefObject<LeaveGuardState | null>;
}

/** Knows whether there is something to lose and asks before it is lost. No key renders it, nor anything else. */
export function LeavingQuestion({ model, guard, onDirtyChange, leaving }: LeavingQuestionProps) {
	const { form } = model;
	const own = useLeaveGuard();
	const question = typeof guard === 'object' ? guard : own;
	const asks = guard !== false;
	useImperativeHandle(leaving, () => question);
	const { asking, keep, discard, setDirty } = question;
	const tell = useEventCallback((unsaved: boolean) => onDirtyChange?.(unsaved));
	useLayoutEffect(() => {
		const unsubscribe = watchUnsaved(form, tell);
		return () => {
			unsubscribe();
			tell(false);
		};
	}, [form, tell]);
	useEffect(() => {
		const unsubscribe = watchUnsaved(form, (unsaved) => setDirty(asks && unsaved));
		return () => {
			unsubscribe();
			setDirty(false);
		};
	}, [form, asks, setDirty]);
	return asking && <DiscardQuestion onKeep={keep} onDiscard={discard} />;
}
