'use client';
import { useId } from 'react';
import { slot } from '../ui/slot';

interface ChoicesProps<Value extends string> {
	legend: string;
	value: Value;
	onChange: (value: Value) => void;
	choices: readonly { value: Value; label: string; hint?: string }[];
	disabled: boolean;
}

/** One of a few, all in sight. */
export function Choices<Value extends string>({ legend, value, onChange, choices, disabled }: ChoicesProps<Value>) {
	const name = useId();
	return (
		<fieldset {...slot('pc-choices')} disabled={disabled}>
			<legend {...slot('pc-label')}>{legend}</legend>
			{choices.map((choice) => (
				<label key={choice.value} {...slot('pc-choice')}>
					<input
						type="radio"
						name={name}
						checked={choice.value === value}
						aria-describedby={choice.hint && `${name}-${choice.value}`}
						onChange={() => onChange(choice.value)}
					/>
					<span>
						<span>{choice.label}</span>
						{choice.hint && (
							<span {...slot('pc-hint')} id={`${name}-${choice.value}`} aria-hidden="true">
								{choice.hint}
							</span>
						)}
					</span>
				</label>
			))}
		</fieldset>
	);
}
