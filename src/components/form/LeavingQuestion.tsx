'use client';
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { useSteady } from '../../hooks/context/useEventCallback';
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
	const dirty = useRef(false);
	const tell = useSteady((unsaved: boolean) => {
		dirty.current = unsaved;
		question.setDirty(guard && unsaved);
		onDirtyChange?.(unsaved);
	});
	useLayoutEffect(() => {
		const unsubscribe = watchUnsaved({ form }, tell);
		return () => {
			unsubscribe();
			tell(false);
		};
	}, [form, tell]);
	const { asking, keep, discard, setDirty } = question;
	useEffect(() => setDirty(guard && dirty.current), [guard, setDirty]);
	return asking && <DiscardQuestion onKeep={keep} onDiscard={discard} />;
}
