'use client';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

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
		<div data-slot="pc-empty" role={role}>
			<Icon name={icon} />
			<p data-slot="pc-empty-title">{title}</p>
			{children && <div data-slot="pc-empty-text">{children}</div>}
			{actions && <div data-slot="pc-empty-actions">{actions}</div>}
		</div>
	);
}
