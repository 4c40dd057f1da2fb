'use client';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { slot } from './slot';

export interface EmptyStateProps {
	icon: IconName;
	title: ReactNode;
	/** What the reader can do about it. */
	children?: ReactNode;
	/** Buttons. */
	actions?: ReactNode;
	role?: 'alert' | 'status';
}

/** Fills a view that has nothing to show and says why. */
export function EmptyState({ icon, title, children, actions, role }: EmptyStateProps) {
	return (
		<div {...slot('pc-empty')} role={role}>
			<Icon name={icon} />
			<p {...slot('pc-empty-title')}>{title}</p>
			{children && <div {...slot('pc-empty-text')}>{children}</div>}
			{actions && <div {...slot('pc-empty-actions')}>{actions}</div>}
		</div>
	);
}
