'use client';
import type { ReactNode } from 'react';
import type { Customer } from '../../domain/customer';
import { useWords } from '../../hooks/context/useWords';
import { detailWords } from '../../locales/english/detail/detailWords';
import { breakable } from '../ui/breakable';
import { Icon } from '../ui/Icon';
import { customersIcon } from '../ui/icons/customersIcon';
import { initials } from '../ui/initials';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';
import { CopyButton } from './CopyButton';

interface DetailHeaderProps {
	customer: Customer | undefined;
	loading: boolean;
	headingId: string;
	level: 1 | 2 | 3 | 4;
	actions: ReactNode;
	className: string | undefined;
}

/** Initials, name, the email to copy, and what can be done. */
export function DetailHeader({ customer, loading, headingId, level, actions, className }: DetailHeaderProps) {
	const { detail, common } = useWords(detailWords);
	const Heading = `h${level}` as const;
	const seen = customer !== undefined || loading;
	return (
		<header {...slot('pc-detail-header', className)}>
			{seen && <Initials customer={customer} />}
			<div {...slot('pc-detail-title')}>
				<div {...slot('pc-detail-name')}>
					<Heading id={headingId} {...slot('pc-heading')} tabIndex={-1}>
						{customer ? (
							<bdi translate="no">{breakable(customer.name ?? customer.email ?? customer.id)}</bdi>
						) : loading ? (
							<>
								<Skeleton />
								<span {...slot('pc-unseen')}>{common.loading}</span>
							</>
						) : (
							detail.title
						)}
					</Heading>
					{customer?.email && !customer.name && <CopyButton text={customer.email} label={detail.copyEmail} />}
				</div>
				{/* Its place is kept also where the email is the name. */}
				{seen && (
					<div {...slot('pc-detail-key')}>
						{!customer ? (
							<Skeleton size="long" />
						) : (
							customer.email &&
							customer.name && (
								<>
									<bdi translate="no">{breakable(customer.email)}</bdi>
									<CopyButton text={customer.email} label={detail.copyEmail} />
								</>
							)
						)}
					</div>
				)}
			</div>
			<div {...slot('pc-detail-actions')}>{actions}</div>
		</header>
	);
}

/** For the eye alone: the name stands beside it. */
function Initials({ customer }: { customer: Customer | undefined }) {
	const letters = customer && initials(customer.name ?? customer.email ?? '');
	return (
		<span {...slot('pc-initials')} data-state={customer ? 'ready' : 'loading'} aria-hidden="true">
			{letters ? <bdi>{letters}</bdi> : customer && <Icon name={customersIcon} />}
		</span>
	);
}
