'use client';
import { memo } from 'react';
import type { Customer } from '../../domain/customer';
import { Icon } from '../ui/Icon';
import { initials } from '../ui/initials';
import { slot } from '../ui/slot';
import { calledOf } from './calledOf';

interface MatchProps {
	id: string;
	/** What `onChoose` is called with. */
	option: string;
	/** Enter takes it. */
	active: boolean;
	onChoose: (option: string) => void;
	customer?: Customer;
	chosen?: boolean;
	/** In place of a customer. */
	label?: string;
}

/** One customer to choose, or a new one. */
export const Match = memo(function Match({ id, option, active, onChoose, customer, chosen = false, label }: MatchProps) {
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox that owns the list
		<div
			id={id}
			role="option"
			tabIndex={-1}
			aria-selected={chosen}
			{...slot('pc-picker-option')}
			data-state={active ? 'active' : 'idle'}
			onMouseDown={(event) => event.preventDefault()}
			onClick={() => onChoose(option)}
		>
			<span {...slot('pc-picker-initials')} aria-hidden="true">
				{customer ? initials(calledOf(customer)) : <Icon name="plus" />}
			</span>
			<span {...slot('pc-picker-text')}>
				{customer ? <bdi {...slot('pc-picker-name')}>{calledOf(customer)}</bdi> : <span {...slot('pc-picker-name')}>{label}</span>}
				{customer?.name && customer.email && <bdi {...slot('pc-picker-email')}>{customer.email}</bdi>}
			</span>
			{chosen && <Icon name="check" />}
		</div>
	);
});
