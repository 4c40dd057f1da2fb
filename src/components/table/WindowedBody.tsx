'use client';
import { defaultRangeExtractor, observeElementRect, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, type Ref, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Customer } from '../../domain/customer';
import type { DrawnRows } from './rowKeys';
import { Spacer, usualHeight } from './Spacer';
import type { DrawnInput } from './useRowInput';

interface WindowedBodyProps {
	rows: readonly Customer[];
	renderRow: (customer: Customer, position: number, ref?: Ref<HTMLTableRowElement>) => ReactNode;
	/** What keyboard and mouse do to the rows, once it is loaded. */
	input: DrawnInput;
	/** To be set to what scrolls to a row that is not drawn. */
	reveal: RefObject<DrawnRows['reveal']>;
	/** Which list the rows belong to, once they do: another one starts at its top. */
	subject: string | undefined;
	/** Where it was scrolled to, in pixels; kept by whoever outlives it. */
	offset: RefObject<number>;
	/** The last rows come into sight by scrolling. */
	onEnd: () => void;
}

/** Rows drawn above and below those in sight. */
const overscan = 4;
/** So many rows before the last one, the end is near. */
const nearEnd = 10;

/** Draws the rows in sight, however many there are; empty rows keep the place of the others. */
export function WindowedBody({ rows, renderRow, input, reveal, subject, offset, onEnd }: WindowedBodyProps) {
	const top = useRef<HTMLTableRowElement>(null);
	const heights = useRef<Heights>({ usual: null, of: new WeakMap() }).current;
	const { focused } = input;
	const withFocus = useCallback((range: Range) => withIndex(defaultRangeExtractor(range), focused?.(), range.count), [focused]);
	const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
		count: rows.length,
		getScrollElement: () => top.current?.closest<HTMLElement>('[data-slot="pc-scroller"]') ?? null,
		estimateSize: () => heights.usual ?? usualHeight,
		measureElement: (row, entry, virtualizer) => measured(row, entry, virtualizer, heights),
		rangeExtractor: withFocus,
		observeElementRect: (instance, tell) => observeElementRect(instance, (rect) => tell(rect.height > 0 ? rect : unseenRect)),
		initialRect: unseenRect,
		initialOffset: () => offset.current,
		overscan,
		// The header keeps the place of one row at the top of the scroller.
		scrollPaddingEnd: usualHeight,
	});
	const drawn = virtualizer.getVirtualItems();

	const shown = useRef(subject);
	useLayoutEffect(() => {
		if (subject === undefined || shown.current === subject) return;
		if (shown.current !== undefined) virtualizer.scrollToOffset(0);
		shown.current = subject;
	}, [subject, virtualizer]);
	useLayoutEffect(() => {
		reveal.current = (position) => virtualizer.scrollToIndex(position);
		input.settle?.();
	});
	useEffect(() => {
		offset.current = virtualizer.scrollOffset ?? 0;
		const last = drawn.at(-1)?.index ?? 0;
		if (offset.current > 0 && last >= rows.length - nearEnd) onEnd();
	});
	useEffect(
		() => () => {
			reveal.current = null;
		},
		[reveal],
	);

	let end = 0;
	return (
		<>
			{/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus */}
			<tr ref={top} aria-hidden="true" />
			{drawn.map(({ index, start, end: nextEnd }) => {
				const gap = start - end;
				end = nextEnd;
				const customer = rows[index]!;
				return (
					<Fragment key={customer.id}>
						{gap > 0 && <Spacer height={gap} />}
						{renderRow(customer, index, virtualizer.measureElement)}
					</Fragment>
				);
			})}
			<Spacer height={virtualizer.getTotalSize() - end} />
		</>
	);
}

/** A scroller that nobody sees, in a hidden tab of the host's or outside of a browser. */
const unseenRect = { width: 0, height: 600 };

/** The row that has the focus stays drawn, or scrolling would take the focus away. */
function withIndex(indexes: number[], index: number | undefined, count: number): number[] {
	if (index === undefined || index >= count || indexes.includes(index)) return indexes;
	return [...indexes, index].sort((a, b) => a - b);
}

interface Heights {
	/** Of rows not measured; `null` before the first one is. */
	usual: number | null;
	of: WeakMap<Element, number>;
}

/**
 * How high a row is. The first one measured tells how high all others may be; so does one that changes, as all rows do where the
 * layout changes from rows to cards or to another density.
 */
function measured(
	row: HTMLTableRowElement,
	entry: ResizeObserverEntry | undefined,
	virtualizer: Virtualizer<HTMLElement, HTMLTableRowElement>,
	heights: Heights,
): number {
	const usual = heights.usual ?? usualHeight;
	// Asking a row that was just drawn would make the browser lay out the page once for each: the observer tells in a moment.
	if (!entry) return virtualizer.itemSizeCache.get(virtualizer.indexFromElement(row)) ?? usual;
	const height = entry.borderBoxSize[0]?.blockSize ?? row.offsetHeight;
	const before = heights.of.get(row);
	heights.of.set(row, height);
	if (Math.abs(height - usual) < 0.5) return usual;
	const tellsAll = heights.usual === null || (before !== undefined && Math.abs(height - before) >= 0.5);
	if (height > 0 && tellsAll) {
		heights.usual = height;
		virtualizer.measure();
	}
	return height;
}
