'use client';
import { type ComponentPropsWithoutRef, forwardRef, memo } from 'react';
import { Icon, type IconName } from './Icon';
import { ownElement } from './ownElement';
import { slot } from './slot';

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
	/** How much it asks for attention. @default 'secondary' */
	variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
	/** @default 'medium' */
	size?: 'medium' | 'small';
	/** Drawn before the text; with no children the button is a square and needs an `aria-label`. */
	icon?: IconName;
	/** Its work is under way: it spins and ignores clicks, and keeps the focus. @default false */
	busy?: boolean;
}

/** A plain button in the kit's look. With `aria-disabled` it ignores clicks and keeps the focus. */
export const Button = memo(
	forwardRef<HTMLButtonElement, ButtonProps>(function Button(
		{ variant = 'secondary', size = 'medium', icon, busy = false, onClick, children, ...rest },
		ref,
	) {
		const inert = busy || rest['aria-disabled'] === true;
		return (
			<button
				type="button"
				{...rest}
				ref={ref}
				{...slot('pc-button', rest.className)}
				data-variant={variant}
				data-size={size}
				data-state={busy ? 'busy' : 'idle'}
				data-icon-only={icon && !children ? '' : undefined}
				data-covered={busy && !icon ? '' : undefined}
				aria-disabled={inert || undefined}
				onClick={inert ? (event) => event.preventDefault() : onClick}
			>
				{busy ? <Icon name="refresh" spinning /> : icon && <Icon name={icon} />}
				{ownElement(children)}
			</button>
		);
	}),
);
