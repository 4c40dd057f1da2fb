'use client';
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect } from 'react';
import { useEventCallback } from '../../hooks/context/useEventCallback';
import type { CustomerFormModel } from '../../hooks/form/customerFormModel';
import { watchUnsaved } from '../../hooks/form/watchUnsaved';
import type { LeaveQuestion } from '../../hooks/navigation/leaveQuestion';
import { useLeaveQuestion } from '../../hooks/navigation/useLeaveQuestion';
import { DiscardQuestion } from './DiscardQuestion';

interface LeavingQuestionProps {
	model: Pick<CustomerFormModel, 'form'>;
	/** Whether to ask at all. */
	guard: boolean;
	onDirtyChange: ((dirty: boolean) => void) | undefined;
	/** For the form's own ways to leave. */
	leaving: RefObject<LeaveQuestion | null>;
}

/** Knows whether there is something to lose and asks before it is lost. No key renders it, nor anything else. */
export function LeavingQuestion({ model, guard, onDirtyChange, leaving }: LeavingQuestionProps) {
	const { form } = model;
	const question = useLeaveQuestion();
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
	useEffect(() => watchUnsaved(form, (unsaved) => setDirty(guard && unsaved)), [form, guard, setDirty]);
	return asking && <DiscardQuestion onKeep={keep} onDiscard={discard} />;
}
