'use client';
import { type RefObject, useImperativeHandle, useLayoutEffect } from 'react';
import { useFormState } from 'react-hook-form';
import { useSteady } from '../../hooks/context/useEventCallback';
import type { CustomerFormModel } from '../../hooks/form/customerFormModel';
import { type LeaveGuardState, useLeaveGuard } from '../../hooks/navigation/useLeaveGuard';
import { DiscardQuestion } from './DiscardQuestion';

interface LeavingQuestionProps {
	model: Pick<CustomerFormModel, 'form'>;
	/** Whether to ask at all. */
	guard: boolean;
	onDirtyChange: ((dirty: boolean) => void) | undefined;
	/** For the form's own ways to leave. */
	leaving: RefObject<LeaveGuardState | null>;
}

/** Knows whether there is something to lose and asks before it is lost. Apart from the form, so that the first key renders this alone. */
export function LeavingQuestion({ model, guard, onDirtyChange, leaving }: LeavingQuestionProps) {
	const { isDirty: dirty } = useFormState({ control: model.form.control });
	const state = useLeaveGuard(guard && dirty);
	useImperativeHandle(leaving, () => state);
	const tell = useSteady((dirty: boolean) => onDirtyChange?.(dirty));
	// Before the browser tells of anything else: a host asks by it, as the dialog does.
	useLayoutEffect(() => {
		tell(dirty);
		return () => tell(false);
	}, [dirty, tell]);
	return state.asking && <DiscardQuestion onKeep={state.keep} onDiscard={state.discard} />;
}
