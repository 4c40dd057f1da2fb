'use client';
import { useId, useState } from 'react';
import { type Address, addressFields } from '../../domain/customer';
import { formatAddress } from '../../domain/formatAddress';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerFormConflict, CustomerFormConflictField } from '../../hooks/form/customerFormModel';
import type { FormUnit } from '../../hooks/form/customerFormValues';
import { formWords } from '../../locales/english/form/formWords';
import { fieldLabel } from '../../locales/issueMessage';
import { Button } from '../ui/Button';
import { slot } from '../ui/slot';

export interface ConflictFieldsProps {
	conflict: CustomerFormConflict;
	/** Whether the merge is being saved. */
	busy: boolean;
}

const sides = ['mine', 'theirs'] as const;

/** What both sides made of each field; mine is chosen at first. Loaded when there is a conflict. */
export function ConflictFields({ conflict, busy }: ConflictFieldsProps) {
	const locale = useWords(formWords);
	const id = useId();
	const [choice, setChoice] = useState<Partial<Record<FormUnit, 'mine' | 'theirs'>>>({});
	return (
		<>
			{conflict.fields.map((field) => (
				<fieldset key={field.unit} {...slot('pc-conflict-field')}>
					<legend {...slot('pc-conflict-legend')}>{fieldLabel(locale, field.unit)}</legend>
					<div {...slot('pc-conflict-choices')}>
						{sides.map((side) => (
							<label key={side} {...slot('pc-conflict-choice')}>
								<input
									type="radio"
									name={`${id}${field.unit}`}
									checked={(choice[field.unit] ?? 'mine') === side}
									onChange={() => setChoice({ ...choice, [field.unit]: side })}
								/>
								<span>
									<span {...slot('pc-conflict-side')}>{locale.form[side]}</span>
									<bdi {...slot('pc-conflict-value')}>{readable(field[side], locale.code) || locale.common.none}</bdi>
								</span>
							</label>
						))}
					</div>
				</fieldset>
			))}
			<div {...slot('pc-form-actions')}>
				<Button onClick={conflict.takeTheirs}>{locale.form.takeTheirs}</Button>
				<Button variant="primary" busy={busy} onClick={() => void conflict.saveMerged(choice)}>
					{locale.form.saveMerged}
				</Button>
			</div>
		</>
	);
}

function readable(value: CustomerFormConflictField['mine'], locale: string): string {
	if (typeof value === 'string') return value;
	const address = Object.fromEntries(addressFields.map((field) => [field, value[field] || null])) as unknown as Address;
	return formatAddress(address, { locale }).join('\n');
}
