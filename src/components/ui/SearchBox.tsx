'use client';
import { Icon } from './Icon';
import { slot } from './slot';

interface SearchBoxProps {
	label: string;
	placeholder: string;
	text: string;
	onText: (text: string) => void;
	/** On Enter. */
	onEnter: () => void;
	onBlur?: () => void;
	inputMode?: 'email';
}

/** A box to type in what is looked for. */
export function SearchBox({ label, text, onText, onEnter, ...input }: SearchBoxProps) {
	return (
		<search {...slot('pc-search')}>
			{icon}
			<input
				{...input}
				type="search"
				{...slot('pc-input')}
				aria-label={label}
				value={text}
				onChange={(event) => onText(event.target.value)}
				onKeyDown={(event) => {
					if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
				}}
				autoComplete="off"
				spellCheck={false}
				enterKeyHint="search"
			/>
		</search>
	);
}

const icon = <Icon name="search" />;
