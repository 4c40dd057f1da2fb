'use client';
import { useEffect, useState } from 'react';
import { createLeaveQuestion, type LeaveQuestion } from './leaveQuestion';

/** A leave guard that is told what there is to lose, so that only its question renders anything. */
export function useLeaveQuestion(): LeaveQuestion & { asking: boolean } {
	const [asking, setAsking] = useState(false);
	const [question] = useState(() => createLeaveQuestion(setAsking));
	useEffect(() => () => question.setDirty(false), [question]);
	return { asking, ...question };
}
