'use client';
import { forwardRef, type InputHTMLAttributes, useImperativeHandle, useRef, useState } from 'react';
import type { Customer } from '../../domain/customer';
import { lazyPart } from '../../hooks/context/lazyPart';
import { useWords } from '../../hooks/context/useWords';
import { pickerWords } from '../../locales/english/picker/pickerWords';
import { formatMessage } from '../../locales/formatMessage';
import { Button } from '../ui/Button';
import { isComposing } from '../ui/isComposing';
import { slot } from '../ui/slot';
import { usePanel } from '../ui/usePanel';
import { calledOf } from './calledOf';
import { closedMatches, type MatchKeys } from './matchState';

const useMatches = lazyPart(() => import('./MatchList'));

interface PickerBoxProps {
	id: string;
	'aria-describedby': string | undefined;
	'aria-invalid': true | undefined;
	value: string | null;
	/** What is in the input while nothing is typed. */
	text: string;
	/** Who is chosen is not known yet. */
	busy: boolean;
	required: boolean;
	readOnly?: boolean;
	disabled?: boolean;
	name?: string;
	onPick: (customer: Customer | null) => void;
	onCreate?: (typed: string) => void;
	onBlur?: () => void;
}

/** The input that a customer is chosen in, and the list below it. */
export const PickerBox = forwardRef<HTMLInputElement, PickerBoxProps>(function PickerBox(props, ref) {
	const { value, text, busy, required, readOnly = false, disabled = false, name, onPick, onCreate, onBlur, ...control } = props;
	const locale = useWords(pickerWords);
	const { picker } = locale;
	const { panel, typed, handlers, pick, said, inert, shown, setShown, keys, matches } = usePickerBox(props);
	const { open, close, opener } = panel;
	useImperativeHandle(ref, () => opener.ref.current as HTMLInputElement);
	const expanded = open && shown.expanded;
	return (
		<div {...panel.root} {...slot('pc-picker')} data-state={open ? 'open' : 'closed'}>
			<input
				{...control}
				ref={opener.ref}
				{...slot('pc-input')}
				type="text"
				role="combobox"
				aria-autocomplete="list"
				aria-expanded={expanded}
				aria-controls={expanded ? panel.id : undefined}
				aria-activedescendant={expanded ? shown.active : undefined}
				aria-busy={busy || undefined}
				placeholder={busy ? locale.common.loading : picker.placeholder}
				autoComplete="off"
				spellCheck={false}
				required={required && name !== undefined}
				readOnly={readOnly}
				disabled={disabled}
				value={open && typed ? typed.text : text}
				{...handlers}
			/>
			{value !== null && !required && !inert && (
				<Button
					variant="ghost"
					size="small"
					icon="close"
					// The keys have the input for that: empty it.
					tabIndex={-1}
					aria-label={picker.clear}
					title={picker.clear}
					onClick={() => pick(null)}
				/>
			)}
			{name !== undefined && <input type="hidden" name={name} value={value ?? ''} disabled={disabled} />}
			<p {...slot('pc-unseen')} role="status">
				{said || (open ? shown.said : '')}
			</p>
			{open && (
				<div {...slot('pc-picker-popover')}>
					{matches ? (
						<matches.MatchList
							id={panel.id}
							text={typed?.text ?? ''}
							composing={typed?.composing ?? false}
							value={value}
							keys={keys}
							onShown={setShown}
							onChoose={pick}
							onCreate={
								onCreate &&
								((name) => {
									close();
									onCreate(name);
								})
							}
							onClose={close}
						/>
					) : (
						<p {...slot('pc-picker-note')}>{matches === null ? locale.menus.failed : locale.common.loading}</p>
					)}
				</div>
			)}
		</div>
	);
});

/** What the input and the list below it know of each other. */
function usePickerBox({ value, readOnly, disabled, onPick, onBlur }: PickerBoxProps) {
	const { picker } = useWords(pickerWords);
	const panel = usePanel<HTMLInputElement>(onBlur);
	const [typed, setTyped] = useState<{ text: string; composing: boolean } | null>(null);
	const [shown, setShown] = useState(closedMatches);
	const [said, say] = useState('');
	const [wanted, want] = useState(0);
	const matches = useMatches(wanted);
	const keys = useRef<MatchKeys>(null);
	const inert = readOnly || disabled;
	const fetch = () => {
		if (!inert && !matches) want(wanted + 1);
	};
	/** Opens the list; what was typed before is gone then. */
	const show = (next: typeof typed) => {
		setTyped(next);
		say('');
		if (panel.open) return;
		fetch();
		panel.setOpen(true);
	};
	const tell = (next: Customer | null) => {
		if ((next?.id ?? null) === value) return;
		onPick(next);
		say(next ? formatMessage(picker.chosen, { name: calledOf(next) }) : picker.cleared);
	};
	const type = (text: string, composing: boolean) => {
		show({ text, composing });
		if (text === '') tell(null);
	};
	const handlers: InputHTMLAttributes<HTMLInputElement> = {
		onFocus: fetch,
		onPointerEnter: fetch,
		onClick: ({ currentTarget }) => {
			if (inert || panel.open) return;
			currentTarget.select();
			show(null);
		},
		onChange: ({ currentTarget, nativeEvent }) => type(currentTarget.value, (nativeEvent as InputEvent).isComposing === true),
		onCompositionEnd: ({ currentTarget }) => type(currentTarget.value, false),
		onKeyDown: (event) => {
			if (inert || isComposing(event)) return;
			const { key } = event;
			if (panel.open) keys.current?.(event);
			else if (key === 'ArrowDown' || key === 'ArrowUp') show(null);
			else return;
			// For the list as long as that is open, whatever is in it by then: no form is submitted.
			if (/^(Arrow(Up|Down)|Page(Up|Down)|Enter)$/.test(key)) event.preventDefault();
		},
	};
	return {
		panel,
		typed,
		handlers,
		/** Closes the list, too. */
		pick: (next: Customer | null) => {
			panel.close();
			tell(next);
		},
		said,
		inert,
		shown,
		setShown,
		keys,
		matches,
	};
}
