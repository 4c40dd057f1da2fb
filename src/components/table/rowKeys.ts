import type { FocusEvent, KeyboardEvent } from 'react';
import type { Customer } from '../../domain/customer';
import type { CustomerSelectionModel } from '../../hooks/table/useCustomerSelection';
import { focusedElement } from '../ui/focusedElement';

/** How many rows Page Up and Page Down pass. */
const pageStep = 10;

/** What takes the focus in a row: its link, or the box to choose it by. */
const stops = ['[data-pc-row-link]', '[data-slot="pc-row-check"]'] as const;

/** The rows that are drawn now. */
export interface DrawnRows {
	/** The element around the rows; each row says its position by `data-index`. */
	body: HTMLElement | null;
	rows: readonly Customer[];
	selection: CustomerSelectionModel | undefined;
	/** Scrolls to a row that is not drawn yet; `null` where all are. */
	reveal: ((position: number) => void) | null;
}

interface Stop {
	position: number;
	kind: (typeof stops)[number];
}

/** Arrow keys, Home, End, Page Up and Page Down move between rows; where rows can be selected, Space selects and Shift extends. */
export function rowKeys(getRows: () => DrawnRows) {
	let held: (Stop & { element: HTMLElement }) | null = null;
	let wanted: Stop | null = null;

	function focusRow({ position, kind }: Stop): void {
		const { body, reveal } = getRows();
		const element = body?.querySelector<HTMLElement>(`[data-index="${position}"] ${kind}`);
		wanted = element ? null : { position, kind };
		reveal?.(position);
		element?.focus({ preventScroll: reveal !== null });
	}

	return {
		focused: () => held?.position,
		settle: () => {
			const { rows } = getRows();
			if (held?.element.isConnected) held.position = positionOf(held.element) ?? held.position;
			const lost = held && !held.element.isConnected && focusedElement() === document.body;
			const stop = wanted ?? (lost ? held : null);
			if (stop && rows.length > 0) focusRow({ ...stop, position: Math.min(stop.position, rows.length - 1) });
		},
		handlers: {
			onKeyDown: (event: KeyboardEvent) => {
				const { rows, selection } = getRows();
				// A key that had to wait is meant for the row that those before it led to.
				const target = held?.element === focusedElement() ? held.element : (event.target as HTMLElement);
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
			onKeyUp: (event: KeyboardEvent) => {
				if (event.key === ' ' && getRows().selection && (event.target as Element).matches(stops.join())) event.preventDefault();
			},
			onFocus: ({ target }: FocusEvent<HTMLElement>) => {
				wanted = null;
				const position = positionOf(target);
				const kind = stops.find((stop) => target.matches(stop)) ?? stops[0];
				held = position === undefined ? null : { element: target, position, kind };
			},
			onBlur: ({ target }: FocusEvent<HTMLElement>) => {
				if (target.isConnected) held = null;
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
