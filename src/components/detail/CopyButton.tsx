'use client';
import { useEffect, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { detailWords } from '../../locales/english/detail/detailWords';
import { Button } from '../ui/Button';
import { copyIcon } from '../ui/icons/copyIcon';
import { slot } from '../ui/slot';

const confirmMs = 2000;

/** Puts `text` on the clipboard and says so for two seconds. */
export function CopyButton({ text, label }: { text: string; label: string }) {
	const { common } = useWords(detailWords);
	const [copied, setCopied] = useState(false);
	useEffect(() => {
		if (!copied) return;
		const timer = setTimeout(() => setCopied(false), confirmMs);
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
				onClick={() => copyText(text).then(setCopied)}
			/>
			<span {...slot('pc-unseen')} role="status">
				{copied ? common.copied : ''}
			</span>
		</>
	);
}

/** Whether it worked; pages without https have no clipboard. */
async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
