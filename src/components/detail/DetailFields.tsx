'use client';
import type { ReactNode } from 'react';
import type { Capabilities } from '../../contract/backend';
import { isKept } from '../../contract/clearableFields';
import type { Customer } from '../../domain/customer';
import { useWords } from '../../hooks/context/useWords';
import { detailWords } from '../../locales/english/detail/detailWords';
import { Button } from '../ui/Button';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';
import { AddressValue } from './AddressValue';
import { CopyButton } from './CopyButton';
import { CreatedValue } from './CreatedValue';
import { PhoneValue } from './PhoneValue';

interface DetailFieldsProps {
	customer: Customer | undefined;
	/** What the backend keeps, and what may be added; `undefined` while that is unknown. */
	capabilities: Capabilities | undefined;
	/** Opens a form at the field. */
	onAdd: ((field: 'phone' | 'address') => void) | undefined;
	className: string | undefined;
}

/** Phone, date, id and address of a customer, or bars in their places. What the backend keeps of nobody has no place. */
export function DetailFields({ customer, capabilities, onAdd, className }: DetailFieldsProps) {
	const { fields, detail, common } = useWords(detailWords);
	const shows = (field: 'phone' | 'address') => customer?.[field] || isKept(field, capabilities?.keeps);
	const missing = (field: 'phone' | 'address', add: string, none: string) =>
		onAdd && capabilities?.write.update ? (
			<Button variant="ghost" size="small" icon="plus" onClick={() => onAdd(field)}>
				{add}
			</Button>
		) : (
			<None>{none}</None>
		);
	return (
		<dl {...slot('pc-detail-fields', className)}>
			{shows('phone') && (
				<Field name="phone" label={fields.phone}>
					{!customer ? (
						<Bar />
					) : customer.phone ? (
						<PhoneValue phone={customer.phone} />
					) : (
						<Missing>{missing('phone', detail.addPhone, common.none)}</Missing>
					)}
				</Field>
			)}
			<Field name="created" label={fields.created}>
				{!customer ? (
					<Bar />
				) : customer.created ? (
					<CreatedValue created={customer.created} />
				) : (
					<Missing>
						<None>{common.unknown}</None>
					</Missing>
				)}
			</Field>
			<Field name="id" label={fields.id}>
				<span {...slot('pc-detail-value')} data-mono="">
					{customer ? (
						<>
							<bdi translate="no">{customer.id}</bdi>
							<CopyButton text={customer.id} label={detail.copyId} />
						</>
					) : (
						<span>
							<Skeleton />
						</span>
					)}
				</span>
			</Field>
			{shows('address') && (
				<Field name="address" label={fields.address}>
					{!customer ? (
						<AddressBars />
					) : customer.address ? (
						<AddressValue address={customer.address} />
					) : (
						missing('address', detail.addAddress, detail.noAddress)
					)}
				</Field>
			)}
		</dl>
	);
}

function Field({ name, label, children }: { name: string; label: string; children: ReactNode }) {
	return (
		<div {...slot('pc-detail-field')} data-field={name}>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</div>
	);
}

/** As high as a value and the note under it. */
function Bar() {
	return (
		<>
			<span {...slot('pc-detail-value')}>
				<span>
					<Skeleton size="long" />
				</span>
			</span>
			<span {...slot('pc-detail-note')}>
				<Skeleton size="short" />
			</span>
		</>
	);
}

/** As high as most addresses. */
function AddressBars() {
	return (
		<span {...slot('pc-detail-value')}>
			<span {...slot('pc-detail-address')}>
				{(['long', undefined, 'short', undefined] as const).map((size, line) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
					<span key={line}>
						<Skeleton size={size} />
					</span>
				))}
			</span>
		</span>
	);
}

/** Nothing, as high as a value would be. */
function Missing({ children }: { children: ReactNode }) {
	return (
		<>
			<span {...slot('pc-detail-value')}>{children}</span>
			<span {...slot('pc-detail-note')} />
		</>
	);
}

function None({ children }: { children: ReactNode }) {
	return <span {...slot('pc-none')}>{children}</span>;
}
