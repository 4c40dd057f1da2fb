'use client';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import { slot } from './slot';

const icons = { danger: 'alert', warning: 'alert', info: 'info', success: 'check' } as const;

export interface AlertProps {
	tone: keyof typeof icons;
	title: ReactNode;
	/** Small print under the title: a hint, a request id. */
	children?: ReactNode;
	/** Buttons. */
	actions?: ReactNode;
	/** `alert` interrupts, `status` waits its turn; leave it out where a live region speaks already. */
	role?: 'alert' | 'status';
}

/** Tells that something happened, above the content that it is about. */
export function Alert({ tone, title, children, actions, role }: AlertProps) {
	return (
		<div {...slot('pc-alert')} data-tone={tone} role={role}>
			<Icon name={icons[tone]} />
			<div {...slot('pc-alert-body')}>
				<div {...slot('pc-alert-text')}>
					<p {...slot('pc-alert-title')}>{title}</p>
					{children && <div {...slot('pc-alert-detail')}>{children}</div>}
				</div>
				{actions && <div {...slot('pc-alert-actions')}>{actions}</div>}
			</div>
		</div>
	);
}
