'use client';
import { useState } from 'react';
import type { CustomerSearch } from '../../hooks/table/useCustomerSearch';
import type { MatchKeys } from './matchState';

/** Stands for a new customer, as no id does. */
export const newOne = '…new';

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

interface MatchActions {
	onChoose: (option: string) => void;
	onClose: () => void;
}

/**
 * The options below an input, the one among them that Enter takes, and the keys that move it: to the first that matches what was typed, or
 * to who is chosen where nothing was. None while what is shown belongs to another text: an Enter that was meant for this one takes nobody.
 */
export function useMatchOptions(search: CustomerSearch, text: string, value: string | null, canCreate: boolean, actions: MatchActions) {
	const { customers, isSettled, hasMore, loadMore, flush } = search;
	const options = [...customers.map(({ id }) => id), ...(canCreate ? [newOne] : [])];
	// As long as the same text stands in the input.
	const [gone, setGone] = useState<{ text: string; to: string | undefined }>();
	const first = text === '' ? value : (customers[0]?.id ?? null);
	const current = isSettled ? options.indexOf((gone?.text === text ? gone.to : first) ?? '') : -1;

	const move = (step: number) => {
		const last = options.length - 1;
		const next = current < 0 && step < 0 ? last : current + step;
		if (next >= customers.length - 1) loadMore();
		const waits = hasMore && current >= 0 && next >= customers.length;
		const to = waits
			? customers.length - 1
			: Math.abs(step) > 1
				? Math.max(0, Math.min(last, next))
				: (next + options.length) % options.length;
		setGone({ text, to: options[to] });
	};
	const onKey: MatchKeys = ({ key, altKey }) => {
		const step = steps[key];
		const option = options[current];
		if (altKey && key === 'ArrowUp') actions.onClose();
		else if (step && isSettled && options.length > 0) move(step);
		else if (key === 'Enter' && !isSettled) flush();
		else if (key === 'Enter' && option) actions.onChoose(option);
	};
	return { options, active: options[current], onKey };
}
