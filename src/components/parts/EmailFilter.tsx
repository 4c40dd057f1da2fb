'use client';
import { useState } from 'react';
import { useWords } from '../../hooks/useWords';
import { tableWords } from '../../locales/en';
import { Icon } from './Icon';

/** Finds one email, for backends that cannot search: asked for on Enter and when the box is left. */
export function EmailFilter({ value, onChange }: { value: string; onChange: (email: string) => void }) {
	const { table } = useWords(tableWords);
	const [text, setText] = useState(value);
	const [seen, setSeen] = useState(value);
	if (seen !== value) {
		setSeen(value);
		setText(value);
	}
	const tell = (next: string) => next.trim() !== value && onChange(next.trim());
	return (
		<search data-slot="pc-search">
			<Icon name="search" />
			<input
				type="search"
				inputMode="email"
				data-slot="pc-input"
				aria-label={table.filterEmail}
				placeholder={table.filterEmail}
				value={text}
				onChange={(event) => {
					setText(event.target.value);
					if (event.target.value === '') tell('');
				}}
				onBlur={() => tell(text)}
				onKeyDown={(event) => {
					if (event.key === 'Enter' && !event.nativeEvent.isComposing) tell(text);
				}}
				autoComplete="off"
				spellCheck={false}
				enterKeyHint="search"
			/>
		</search>
	);
}
