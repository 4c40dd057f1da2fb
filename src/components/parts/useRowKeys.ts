'use client';
import { type FocusEvent, type KeyboardEvent, type RefObject, useRef } from 'react';
import type { Customer } from '../../domain/customer';
import type { CustomerSelectionModel } from '../../hooks/useCustomerSelection';

/** How many rows Page Up and Page Down pass. */
const pageStep = 10;

/** What takes the focus in a row: its link, or the box to choose it by. */
const stops = ['[data-pc-row-link]', '[data-slot="pc-row-check"]'] as const;

interface Stop {
	position: number;
	kind: (typeof stops)[number];
}

export interface RowKeys {
	/** For the element around the rows. */
	handlers: {
		onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
		onKeyUp: (event: KeyboardEvent<HTMLElement>) => void;
		onFocus: (event: FocusEvent<HTMLElement>) => void;
		onBlur: (event: FocusEvent<HTMLElement>) => void;
	};
	/** Position of the row that has the focus. */
	focused: () => number | undefined;
	/** To be called after every change of rows: puts the focus where it was asked for, and keeps it when its row has gone. */
	settle: () => void;
	/** Scrolls to a row that is not drawn yet; set by a body that draws only some of the rows. */
	reveal: RefObject<((position: number) => void) | null>;
}

/**
 * Arrow keys, Home, End, Page Up and Page Down move between rows; where rows can be selected, Space selects and Shift extends.
 *
 * @param body the element around the rows; each row says its position by `data-index`
 */
export function useRowKeys(
	body: RefObject<HTMLElement | null>,
	rows: readonly Customer[],
	selection: CustomerSelectionModel | undefined,
): RowKeys {
	const held = useRef<(Stop & { element: HTMLElement }) | null>(null);
	const wanted = useRef<Stop | null>(null);
	const reveal = useRef<((position: number) => void) | null>(null);

	function focusRow({ position, kind }: Stop): void {
		const element = body.current?.querySelector<HTMLElement>(`[data-index="${position}"] ${kind}`);
		wanted.current = element ? null : { position, kind };
		reveal.current?.(position);
		element?.focus({ preventScroll: reveal.current !== null });
	}

	return {
		reveal,
		focused: () => held.current?.position,
		settle: () => {
			const current = held.current;
			if (current?.element.isConnected) current.position = positionOf(current.element) ?? current.position;
			const lost = current && !current.element.isConnected && (document.activeElement ?? document.body) === document.body;
			const stop = wanted.current ?? (lost ? current : null);
			if (stop && rows.length > 0) focusRow({ ...stop, position: Math.min(stop.position, rows.length - 1) });
		},
		handlers: {
			onKeyDown: (event) => {
				const target = event.target as HTMLElement;
				const kind = stops.find((stop) => target.matches(stop));
				const at = positionOf(target);
				if (at === undefined || !kind || event.altKey || event.ctrlKey || event.metaKey) return;
				const row = rows[at];
				if (event.key === ' ' && selection && row) {
					event.preventDefault();
					if (event.repeat) return;
					if (event.shiftKey) selection.extendTo(row.id);
					else selection.toggle(row.id);
					return;
				}
				const to = destination(event.key, at, rows.length - 1);
				if (to === undefined || (event.shiftKey && !selection)) return;
				event.preventDefault();
				if (event.shiftKey && rows[to]) selection?.extendTo(rows[to].id, row?.id);
				focusRow({ position: to, kind });
			},
			// Space has selected already: it must not press the button or tick the box, which happens when it is let go.
			onKeyUp: (event) => {
				if (event.key === ' ' && selection && (event.target as Element).matches(stops.join())) event.preventDefault();
			},
			onFocus: ({ target }) => {
				wanted.current = null;
				const position = positionOf(target);
				const kind = stops.find((stop) => target.matches(stop)) ?? stops[0];
				held.current = position === undefined ? null : { element: target, position, kind };
			},
			onBlur: ({ target }) => {
				if (target.isConnected) held.current = null;
			},
		},
	};
}

function positionOf(element: Element): number | undefined {
	const index = element.closest<HTMLElement>('[data-slot="pc-row"]')?.dataset.index;
	return index === undefined ? undefined : Number(index);
}

function destination(key: string, at: number, last: number): number | undefined {
	const target = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + pageStep, PageUp: at - pageStep, Home: 0, End: last }[key];
	return target === undefined ? undefined : Math.min(Math.max(target, 0), last);
}
