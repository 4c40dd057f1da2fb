'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { formatAddress } from '../../domain/address';
import { type Address, addressFields } from '../../domain/customer';
import type { FormUnit } from '../../hooks/customerFormValues';
import type { CustomerFormConflict, CustomerFormConflictField } from '../../hooks/useCustomerFormModel';
import { useWords } from '../../hooks/useWords';
import { formWords } from '../../locales/en';
import { fieldLabel } from '../../locales/issueMessage';
import { Button } from '../parts/Button';

export interface ConflictChoiceProps {
	conflict: CustomerFormConflict;
	/** Whether the merge is being saved. */
	busy: boolean;
}

const sides = ['mine', 'theirs'] as const;

/** Shows what both sides made of each field, lets one choose and saves the merge; mine is chosen at first. */
export function ConflictChoice({ conflict, busy }: ConflictChoiceProps) {
	const locale = useWords(formWords);
	const id = useId();
	const ref = useRef<HTMLElement>(null);
	const [choice, setChoice] = useState<Partial<Record<FormUnit, 'mine' | 'theirs'>>>({});

	useEffect(() => ref.current?.focus(), []);

	return (
		<section ref={ref} tabIndex={-1} aria-label={locale.form.conflictTitle} data-slot="pc-conflict">
			<div>
				<p data-slot="pc-conflict-title">{locale.form.conflictTitle}</p>
				<p data-slot="pc-hint">{locale.form.conflictHint}</p>
			</div>
			{conflict.fields.map((field) => (
				<fieldset key={field.unit} data-slot="pc-conflict-field">
					<legend data-slot="pc-conflict-legend">{fieldLabel(locale, field.unit)}</legend>
					<div data-slot="pc-conflict-choices">
						{sides.map((side) => (
							<label key={side} data-slot="pc-conflict-choice">
								<input
									type="radio"
									name={`${id}${field.unit}`}
									checked={(choice[field.unit] ?? 'mine') === side}
									onChange={() => setChoice({ ...choice, [field.unit]: side })}
								/>
								<span>
									<span data-slot="pc-conflict-side">{locale.form[side]}</span>
									<bdi data-slot="pc-conflict-value">{readable(field[side], locale.code) || locale.common.none}</bdi>
								</span>
							</label>
						))}
					</div>
				</fieldset>
			))}
			<div data-slot="pc-form-actions">
				<Button onClick={conflict.takeTheirs}>{locale.form.takeTheirs}</Button>
				<Button variant="primary" busy={busy} onClick={() => void conflict.saveMerged(choice)}>
					{locale.form.saveMerged}
				</Button>
			</div>
		</section>
	);
}

function readable(value: CustomerFormConflictField['mine'], locale: string): string {
	if (typeof value === 'string') return value;
	const address = Object.fromEntries(addressFields.map((field) => [field, value[field] || null])) as unknown as Address;
	return formatAddress(address, { locale }).join('\n');
}
