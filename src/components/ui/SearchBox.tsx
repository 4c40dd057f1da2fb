'use client';
import type { SyntheticEvent } from 'react';
import { Icon } from './Icon';
import { isComposing } from './isComposing';
import { slot } from './slot';

interface SearchBoxProps {
	label: string;
	placeholder: string;
	text: string;
	/** `composing`: an input method is not done with it, so it means nothing yet. */
	onText: (text: string, composing?: boolean) => void;
	/** On Enter. */
	onEnter: () => void;
	onBlur?: () => void;
	inputMode?: 'email';
}

/** A box to type in what is looked for. */
export function SearchBox({ label, text, onText, onEnter, ...input }: SearchBoxProps) {
	const tell = ({ currentTarget, nativeEvent }: SyntheticEvent<HTMLInputElement>) =>
		onText(currentTarget.value, (nativeEvent as InputEvent).isComposing);
	return (
		// biome-ignore lint/a11y/useSemanticElements: React warns of <search> where the DOM has no such element, as in jsdom
		<div role="search" {...slot('pc-search')}>
			{icon}
			<input
				{...input}
				// Differs only where somebody typed before a page that a server rendered came to life.
				ref={(input) => {
					if (input?.value && input.value !== text) onText(input.value);
				}}
				type="search"
				{...slot('pc-input')}
				aria-label={label}
				value={text}
				onChange={tell}
				onCompositionEnd={tell}
				onKeyDown={(event) => {
					if (event.key === 'Enter' && !isComposing(event)) onEnter();
				}}
				autoComplete="off"
				spellCheck={false}
				enterKeyHint="search"
			/>
		</div>
	);
}

const icon = <Icon name="search" />;
