'use client';
import { useMemo, useRef } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { useHeardAtSubmit } from '../../hooks/form/useHeardAtSubmit';
import type { SubdivisionsState } from '../../hooks/form/useSubdivisions';
import { formWords } from '../../locales/english/form/formWords';
import { slot } from '../ui/slot';
import type { FormFieldControl } from './FormField';

interface StateFieldProps extends FormFieldControl {
	subdivisions: SubdivisionsState;
	value: string;
	onChange: (value: string) => void;
	onBlur: () => void;
	name: string;
	autoComplete: string;
	readOnly: boolean | undefined;
}

// Typing into a list finds the line that begins so, and people type "Dublin", not "Co. Dublin".
const kindBefore = /^(?:Co\.|Respublika|Special Region of) /;

/** A state: a list where the country has one, free text elsewhere. A value that is not in the list stays as an option of its own. */
export function StateField({ subdivisions, readOnly, value, onChange, ...control }: StateFieldProps) {
	const locale = useWords(formWords);
	const { status, list } = subdivisions;
	const ref = useRef<HTMLInputElement & HTMLSelectElement>(null);
	const listed = status === 'none' || status === 'failed' ? undefined : subdivisions.find(value);
	const shown = listed?.code ?? value;
	useHeardAtSubmit<HTMLInputElement | HTMLSelectElement>(
		ref,
		() => shown,
		(control) => onChange(control.value),
	);
	const options = useMemo(
		() =>
			list.map(({ code, name, localName }) => (
				<option key={code} value={code}>
					{`${name.replace(kindBefore, '')}${localName && localName !== name ? ` (${localName})` : ''}`}
				</option>
			)),
		[list],
	);
	if (status === 'none' || status === 'failed') {
		return (
			<input
				ref={ref}
				{...control}
				readOnly={readOnly}
				{...slot('pc-input')}
				type="text"
				value={value}
				onChange={(event) => onChange(event.target.value)}
			/>
		);
	}
	return (
		<select
			ref={ref}
			{...control}
			{...slot('pc-select')}
			data-state={status}
			disabled={readOnly}
			aria-busy={status === 'loading' || undefined}
			value={shown}
			onChange={(event) => onChange(event.target.value)}
		>
			<option value="">{status === 'loading' ? locale.form.loadingStates : locale.form.chooseState}</option>
			{value && !listed && <option value={value}>{value}</option>}
			{options}
		</select>
	);
}
