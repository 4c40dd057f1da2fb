'use client';
import { useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { emailWords } from '../../locales/english/table/emailWords';
import { SearchBox } from '../ui/SearchBox';

/** Finds one email, for backends that cannot search: asked for on Enter and when the box is left. */
export function EmailFilter({ value, onChange }: { value: string; onChange: (email: string) => void }) {
	const { table } = useWords(emailWords);
	const [text, setText] = useState(value);
	const [seen, setSeen] = useState(value);
	if (seen !== value) {
		setSeen(value);
		setText(value);
	}
	const tell = (next: string) => next.trim() !== value && onChange(next.trim());
	const ask = () => tell(text);
	return (
		<SearchBox
			inputMode="email"
			label={table.filterEmail}
			placeholder={table.filterEmail}
			text={text}
			onText={(next, composing) => {
				setText(next);
				if (next === '' && !composing) tell('');
			}}
			onEnter={ask}
			onBlur={ask}
		/>
	);
}
