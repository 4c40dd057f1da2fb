'use client';
import type { ReactNode } from 'react';
import type { Address, Customer } from '../../domain/customer';
import { formatAddress } from '../../domain/formatAddress';
import { useHydrated } from '../../hooks/context/useHydrated';
import { useWords } from '../../hooks/context/useWords';
import { useSubdivisions } from '../../hooks/form/useSubdivisions';
import { detailWords } from '../../locales/english/detail/detailWords';
import { formatDate, formatRelative } from '../../locales/formatMessage';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';
import { CopyButton } from './CopyButton';

/** Clocks differ by so much, in milliseconds, without being wrong. */
const toleratedMs = 60_000;

/** Phone, address and date of a customer, or bars in their places. */
export function DetailFields({ customer, className }: { customer: Customer | undefined; className: string | undefined }) {
	const locale = useWords(detailWords);
	const { fields, detail, common } = locale;
	const hydrated = useHydrated();
	return (
		<dl {...slot('pc-detail-fields', className)}>
			<Field name="phone" label={fields.phone}>
				{!customer ? (
					<Skeleton />
				) : customer.phone ? (
					<span {...slot('pc-detail-value')}>
						<a href={`tel:${customer.phone}`} {...slot('pc-link')}>
							<bdi translate="no">{customer.phone}</bdi>
						</a>
						<CopyButton text={customer.phone} label={detail.copyPhone} />
					</span>
				) : (
					<None>{common.none}</None>
				)}
			</Field>
			<Field name="address" label={fields.address}>
				{!customer ? (
					<AddressSkeleton />
				) : customer.address ? (
					<PostalAddress address={customer.address} />
				) : (
					<None>{detail.noAddress}</None>
				)}
			</Field>
			<Field name="created" label={fields.created}>
				{!customer ? (
					<Skeleton size="long" />
				) : customer.created ? (
					<time key={String(hydrated)} dateTime={customer.created} suppressHydrationWarning>
						<span suppressHydrationWarning>{`${formatDate(locale, customer.created, { dateStyle: 'long', timeStyle: 'short' })} `}</span>
						<span {...slot('pc-hint')} suppressHydrationWarning>
							{age(customer.created, locale)}
						</span>
					</time>
				) : (
					<None>{common.unknown}</None>
				)}
			</Field>
		</dl>
	);
}

/** How long ago. A device whose clock is behind does not know, and must not say that somebody will come. */
function age(created: string, locale: Parameters<typeof formatRelative>[0]): string {
	const now = Date.now();
	const instant = Date.parse(created);
	return instant - now > toleratedMs ? '' : `(${formatRelative(locale, created, Math.max(now, instant))})`;
}

function Field({ name, label, children }: { name: string; label: string; children: ReactNode }) {
	return (
		<div {...slot('pc-detail-field')} data-field={name}>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</div>
	);
}

/** As it would stand on an envelope in its country. */
function PostalAddress({ address }: { address: Address }) {
	const { code } = useWords(detailWords);
	const { list } = useSubdivisions(address.country ?? '');
	return (
		// Each line keeps its own direction, on the side of the page: Latin letters on an Arabic page, or the other way round.
		<address key={String(useHydrated())} {...slot('pc-detail-address')} translate="no">
			{formatAddress(address, { locale: code, subdivisions: list }).map((line, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
				<div key={at}>
					<bdi suppressHydrationWarning>{line}</bdi>
				</div>
			))}
		</address>
	);
}

function AddressSkeleton() {
	return (
		<span {...slot('pc-detail-address')}>
			{(['long', undefined, 'short'] as const).map((size) => (
				<span key={size ?? ''}>
					<Skeleton size={size} />
				</span>
			))}
		</span>
	);
}

function None({ children }: { children: ReactNode }) {
	return <span {...slot('pc-none')}>{children}</span>;
}
