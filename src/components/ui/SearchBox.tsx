'use client';
import { Icon } from './Icon';
import { isComposing } from './isComposing';
import { slot } from './slot';

interface SearchBoxProps {
	label: string;
	placeholder: string;
	text: string;
	/** `composing`: an input method is not done with it, so it means nothing yet. */
	onText: (text: string, composing: boolean) => void;
	/** On Enter. */
	onEnter: () => void;
	onBlur?: () => void;
	inputMode?: 'email';
}

/** A box to type in what is looked for. */
export function SearchBox({ label, text, onText, onEnter, ...input }: SearchBoxProps) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: React warns of <search> where the DOM has no such element, as in jsdom
		<div role="search" {...slot('pc-search')}>
			{icon}
			<input
				{...input}
				type="search"
				{...slot('pc-input')}
				aria-label={label}
				value={text}
				onChange={({ currentTarget, nativeEvent }) => onText(currentTarget.value, (nativeEvent as InputEvent).isComposing === true)}
				onCompositionEnd={({ currentTarget }) => onText(currentTarget.value, false)}
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
