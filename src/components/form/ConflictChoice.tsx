'use client';
import { useEffect, useRef, useState } from 'react';
import { lazyPart } from '../../hooks/context/lazyPart';
import { useWords } from '../../hooks/context/useWords';
import { formWords } from '../../locales/english/form/formWords';
import { Button } from '../ui/Button';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';
import type { ConflictFieldsProps } from './ConflictFields';

const useFields = lazyPart(() => import('./ConflictFields'));

/** Says that someone else saved meanwhile, shows both versions, lets one choose for each field and saves the merge. */
export function ConflictChoice({ quiet, ...props }: ConflictFieldsProps & { quiet: boolean }) {
	const locale = useWords(formWords);
	const ref = useRef<HTMLElement>(null);
	const [tries, setTries] = useState(1);
	const fields = useFields(tries);

	// Also when the button to try again is gone.
	// biome-ignore lint/correctness/useExhaustiveDependencies: each try
	useEffect(() => {
		// Who is typing goes on.
		if (!quiet || tries > 1) ref.current?.focus();
	}, [tries]);

	return (
		<section ref={ref} tabIndex={-1} aria-label={locale.form.conflictTitle} aria-busy={fields === undefined} {...slot('pc-conflict')}>
			<div>
				<p {...slot('pc-conflict-title')}>{locale.form.conflictTitle}</p>
				<p {...slot('pc-hint')}>{locale.form.conflictHint}</p>
			</div>
			{fields ? (
				<fields.ConflictFields {...props} />
			) : fields === null ? (
				<p role="alert" {...slot('pc-dialog-failure')}>
					<span>{`${locale.menus.failed} `}</span>
					<Button onClick={() => setTries(tries + 1)}>{locale.common.retry}</Button>
				</p>
			) : (
				<Skeleton size="full" />
			)}
		</section>
	);
}
