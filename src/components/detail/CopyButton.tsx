'use client';
import { useEffect, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { detailWords } from '../../locales/english/detail/detailWords';
import { Button } from '../ui/Button';
import { copyIcon } from '../ui/icons/copyIcon';
import { slot } from '../ui/slot';
import { copyText } from './copyText';

const confirmMs = 2000;

/** Puts `text` on the clipboard and says so for two seconds. Stands after the element that shows it, which is selected where the browser refuses. */
export function CopyButton({ text, label }: { text: string; label: string }) {
	const { common, detail } = useWords(detailWords);
	const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
	const copied = outcome === 'copied';
	useEffect(() => {
		if (!copied) return;
		const timer = setTimeout(() => setOutcome(null), confirmMs);
		return () => clearTimeout(timer);
	}, [copied]);
	return (
		<>
			<Button
				variant="ghost"
				size="small"
				icon={copied ? 'check' : copyIcon}
				aria-label={label}
				title={copied ? common.copied : label}
				onClick={(event) => {
					setOutcome(null);
					void copyText(text, event.currentTarget.previousElementSibling).then((done) => setOutcome(done ? 'copied' : 'selected'));
				}}
				onBlur={() => setOutcome(null)}
			/>
			<span {...(outcome === 'selected' ? slot('pc-hint') : slot('pc-unseen'))} role="status">
				{outcome && (copied ? common.copied : detail.copySelected)}
			</span>
		</>
	);
}
