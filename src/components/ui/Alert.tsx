'use client';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { slot } from './slot';

/** What is no trouble brings its icon. */
type Tone = { tone: 'danger' | 'warning'; icon?: undefined } | { tone: 'info' | 'success'; icon: IconName };

export type AlertProps = Tone & {
	title: ReactNode;
	/** Small print under the title: a hint, a request id. */
	children?: ReactNode;
	/** Buttons. */
	actions?: ReactNode;
	/** `alert` interrupts, `status` waits its turn; leave it out where a live region speaks already. */
	role?: 'alert' | 'status';
};

/** Tells that something happened, above the content that it is about. */
export function Alert({ tone, icon = 'alert', title, children, actions, role }: AlertProps) {
	return (
		<div {...slot('pc-alert')} data-tone={tone} role={role}>
			<Icon name={icon} />
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
