'use client';
import type { ReactNode } from 'react';
import type { Customer } from '../../domain/customer';
import { useWords } from '../../hooks/context/useWords';
import { detailWords } from '../../locales/english/detail/detailWords';
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

/** Name, email and id, the latter two to copy, and what can be done. */
export function DetailHeader({ customer, loading, headingId, level, actions, className }: DetailHeaderProps) {
	const { detail, common } = useWords(detailWords);
	const Heading = `h${level}` as const;
	return (
		<header {...slot('pc-detail-header', className)}>
			<div {...slot('pc-detail-title')}>
				<Heading id={headingId} {...slot('pc-heading')} tabIndex={-1}>
					{customer ? (
						<bdi translate="no">{customer.name ?? customer.email ?? customer.id}</bdi>
					) : loading ? (
						<LoadingTitle label={common.loading} />
					) : (
						detail.title
					)}
				</Heading>
				{(customer || loading) && (
					<ul {...slot('pc-detail-keys')}>
						{customer ? (
							<>
								{customer.email && <Key text={customer.email} label={detail.copyEmail} />}
								<Key text={customer.id} label={detail.copyId} mono />
							</>
						) : (
							<li {...slot('pc-detail-key')}>
								<Skeleton size="long" />
							</li>
						)}
					</ul>
				)}
			</div>
			<div {...slot('pc-detail-actions')}>{actions}</div>
		</header>
	);
}

function LoadingTitle({ label }: { label: string }) {
	return (
		<>
			<Skeleton />
			<span {...slot('pc-unseen')}>{label}</span>
		</>
	);
}

function Key({ text, label, mono = false }: { text: string; label: string; mono?: boolean }) {
	return (
		<li {...slot('pc-detail-key')} data-mono={mono ? '' : undefined}>
			<bdi translate="no">{text}</bdi>
			<CopyButton text={text} label={label} />
		</li>
	);
}
