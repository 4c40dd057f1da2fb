'use client';
import { type ReactNode, useId } from 'react';
import type { CustomerError } from '../contract/errors';
import type { Customer } from '../domain/customer';
import { useCapabilities } from '../hooks/cache/useCapabilities';
import { useCustomer } from '../hooks/cache/useCustomer';
import { useFetching } from '../hooks/cache/useFetching';
import { usePendingEdits } from '../hooks/cache/usePendingEdits';
import { lazyPart } from '../hooks/context/lazyPart';
import { useWords } from '../hooks/context/useWords';
import { detailWords } from '../locales/english/detail/detailWords';
import { BillingPlace } from './billing/BillingPlace';
import { offersBilling } from './billing/offersBilling';
import type { CustomerBillingProps } from './CustomerBilling';
import { DetailFields } from './detail/DetailFields';
import { DetailHeader } from './detail/DetailHeader';
import { Boundary } from './ui/Boundary';
import { Button } from './ui/Button';
import { EmptyState } from './ui/EmptyState';
import { FailureAlert, FailureState } from './ui/Failure';
import { editIcon } from './ui/icons/editIcon';
import { lockIcon } from './ui/icons/lockIcon';
import { ownElement } from './ui/ownElement';
import { slot } from './ui/slot';

/** Parts of a customer's page that take a class: `root`, `header` and `fields`. */
export type CustomerDetailSlot = 'root' | 'header' | 'fields';

/** What `CustomerDetail` takes. */
export interface CustomerDetailProps {
	/** The customer to show. */
	customerId: string;
	/**
	 * Shows an edit button, where the backend can update, and buttons in place of a phone or an address that is missing, which call it with
	 * that field: open the form with the focus there (`focus` of `CustomerDialog`).
	 */
	onEdit?: (field?: 'phone' | 'address') => void;
	/** Level of the heading, so that it fits the page. @default 2 */
	headingLevel?: 1 | 2 | 3 | 4;
	/** More buttons, after the edit button; a function is told the customer once there is one. @default none */
	actions?: ReactNode | ((customer: Customer) => ReactNode);
	/**
	 * Shows what the customer pays for, under the fields, as far as the backend offers it; an object says which features are listed and what
	 * can be bought, as of `CustomerBilling`. Loaded when it is asked for. @default false
	 */
	billing?: boolean | Pick<CustomerBillingProps, 'featureIds' | 'featureNames' | 'lineItems' | 'checkoutLabel'>;
	/** More content under all that; a function is told the customer. @default none */
	children?: ReactNode | ((customer: Customer) => ReactNode);
	/** Classes to add, by slot. */
	classNames?: Partial<Record<CustomerDetailSlot, string>>;
}

const useBillingPart = lazyPart(() => import('./CustomerBilling'));

/**
 * One customer: who it is, how to reach it, when it came.
 *
 * @example
 * <CustomerDetail customerId={id} />;
 */
export function CustomerDetail(props: CustomerDetailProps) {
	return (
		<Boundary of="CustomerDetail" subject={props.customerId}>
			<DetailView {...props} />
		</Boundary>
	);
}

function DetailView(props: CustomerDetailProps) {
	const { customerId, onEdit, headingLevel = 2, actions, billing = false, children, classNames = {} } = props;
	const locale = useWords(detailWords);
	const query = useCustomer(customerId);
	const capabilities = useCapabilities();
	const headingId = useId();
	const { apply } = usePendingEdits();
	const customer = query.data && apply(query.data);
	const part = useBillingPart(billing !== false);
	const { data: offered } = capabilities;
	const sold = typeof billing === 'object' ? billing : {};
	// Its place is kept until it is known that there is nothing to show in it.
	const sells = billing !== false && (!offered || offersBilling(offered));
	const hasMore = sells || (children ?? false) !== false;
	const { error } = query;
	const { isFetching, failure } = useFetching(query);
	const canEdit = customer && offered?.write.update;
	const retry = () => void query.refetch();
	// Nobody has no id, and nothing is asked for it.
	const state = customer ? 'ready' : customerId ? detailState(failure) : 'not_found';
	const seen = customer !== undefined || state === 'loading';
	return (
		<section
			data-pc-root=""
			{...slot('pc-detail-root', classNames.root)}
			data-state={state}
			aria-labelledby={headingId}
			aria-busy={isFetching}
			lang={locale.code}
			dir={locale.dir}
		>
			<DetailHeader
				customer={customer}
				loading={state === 'loading'}
				headingId={headingId}
				level={headingLevel}
				className={classNames.header}
				actions={
					<>
						{onEdit && (offered ? offered.write.update : capabilities.isPending) && seen && (
							// Until there is something to edit the button keeps its place, unseen.
							<Button icon={editIcon} disabled={!canEdit} aria-hidden={!canEdit || undefined} onClick={() => onEdit()}>
								{locale.common.edit}
							</Button>
						)}
						{typeof actions === 'function' ? customer && actions(customer) : actions}
					</>
				}
			/>
			{customer && error && (
				<FailureAlert role="status" error={error} title={locale.detail.outdated} onRetry={retry} retrying={isFetching} />
			)}
			{seen && (
				<div {...slot('pc-detail-body')}>
					<DetailFields customer={customer} capabilities={offered} onAdd={onEdit} className={classNames.fields} />
					{hasMore && (
						<div {...slot('pc-detail-more')}>
							{customer && part && (offered || capabilities.errorUpdateCount) ? (
								<part.CustomerBilling {...sold} customerId={customer.id} headingLevel={headingLevel === 1 ? 2 : 3} />
							) : (
								sells && part !== null && <BillingPlace offered={offered} />
							)}
							{customer && ownElement(typeof children === 'function' ? children(customer) : children)}
						</div>
					)}
				</div>
			)}
			{state === 'not_found' && (
				<EmptyState icon="search" title={locale.detail.notFound} role="alert">
					{locale.detail.notFoundHint}
				</EmptyState>
			)}
			{state === 'forbidden' && <EmptyState icon={lockIcon} title={locale.detail.forbidden} role="alert" />}
			{state === 'failed' && failure && <FailureState error={failure} title={locale.detail.failed} onRetry={retry} retrying={isFetching} />}
		</section>
	);
}

function detailState(failure: CustomerError | null) {
	if (!failure) return 'loading';
	return failure.code === 'not_found' || failure.code === 'forbidden' ? failure.code : 'failed';
}
