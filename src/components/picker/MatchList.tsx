'use client';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import type { Customer } from '../../domain/customer';
import { useEventCallback } from '../../hooks/context/useEventCallback';
import { useWords } from '../../hooks/context/useWords';
import { type CustomerSearch, useCustomerSearch } from '../../hooks/table/useCustomerSearch';
import { type MatchWords, matchWords } from '../../locales/english/picker/matchWords';
import { formatMessage, formatNumber, formatPlural } from '../../locales/formatMessage';
import { FailureAlert } from '../ui/Failure';
import { slot } from '../ui/slot';
import { Match } from './Match';
import { closedMatches, type MatchKeys, type MatchState } from './matchState';
import { newOne, useMatchOptions } from './useMatchOptions';

interface MatchListProps {
	/** Of the list; those of its options begin with it. */
	id: string;
	text: string;
	/** An input method is not done with it. */
	composing: boolean;
	value: string | null;
	/** Takes the keys of the input. */
	keys: RefObject<MatchKeys | null>;
	onShown: (state: MatchState) => void;
	onChoose: (customer: Customer) => void;
	onCreate: ((text: string) => void) | undefined;
	onClose: () => void;
}

/** So many pixels above its end the list asks for more. */
const nearEnd = 200;

/** The customers that match, and a new one. Loaded when a picker is first reached. */
export function MatchList({ id, text, composing, value, keys, onShown, onChoose, onCreate, onClose }: MatchListProps) {
	const locale = useWords(matchWords);
	const search = useCustomerSearch(text, composing);
	const { customers, isSettled, error, loadMore } = search;
	const canCreate = onCreate !== undefined && search.capabilities?.write.create === true;
	const choose = useEventCallback((option: string) => {
		const customer = customers.find((one) => one.id === option);
		if (customer) onChoose(customer);
		else onCreate?.(text.trim());
	});
	const { options, active, onKey } = useMatchOptions(search, text, value, canCreate, { onChoose: choose, onClose });
	useImperativeHandle(keys, () => onKey);

	const list = useRef<HTMLDivElement>(null);
	const activeId = active && `${id}${active}`;
	const expanded = options.length > 0;
	const said = saidOf(search, text, locale);
	useEffect(() => onShown({ expanded, active: activeId, said }), [onShown, expanded, activeId, said]);
	useEffect(() => () => onShown(closedMatches), [onShown]);
	useEffect(() => {
		if (activeId) list.current?.querySelector('[data-state="active"]')?.scrollIntoView?.({ block: 'nearest' });
	}, [activeId]);

	const optionProps = (option: string) => ({ id: `${id}${option}`, option, active: option === active, onChoose: choose });
	return (
		<>
			<div
				ref={list}
				id={id}
				role="listbox"
				tabIndex={-1}
				aria-label={locale.picker.list}
				aria-busy={!isSettled}
				{...slot('pc-picker-list')}
				hidden={!expanded}
				onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
					if (scrollHeight - scrollTop - clientHeight < nearEnd) loadMore();
				}}
			>
				{customers.map((customer) => (
					<Match key={customer.id} {...optionProps(customer.id)} customer={customer} chosen={customer.id === value} />
				))}
				{canCreate && <Match {...optionProps(newOne)} label={locale.picker.create} />}
			</div>
			{error ? (
				<FailureAlert error={error} title={locale.picker.failed} onRetry={search.retry} />
			) : (
				(customers.length === 0 || search.isLoadingMore) && <p {...slot('pc-picker-note')}>{said}</p>
			)}
		</>
	);
}

/** How it stands, in a sentence. */
function saidOf(search: CustomerSearch, text: string, locale: MatchWords): string {
	const { status, customers, hasMore, isLoadingMore, error, minLength } = search;
	const { picker, common } = locale;
	const count = customers.length;
	if (error) return picker.failed;
	if (status === 'loading' || isLoadingMore) return common.loading;
	if (status === 'no-email') return picker.wholeEmail;
	if (status === 'too-short') return formatMessage(picker.tooShort, { min: formatNumber(locale, minLength) });
	if (count === 0) return text.trim() ? picker.none : picker.empty;
	return hasMore ? formatMessage(picker.more, { count: formatNumber(locale, count) }) : formatPlural(locale, picker.found, count);
}
