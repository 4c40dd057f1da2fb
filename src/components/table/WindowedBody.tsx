'use client';
import { observeElementRect, type Range, useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, type Ref, type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Customer } from '../../domain/customer';
import { type DrawnRange, nextDrawn } from './drawnRange';
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

/** So many rows before the last one, the end is near. */
const nearEnd = 10;

/** Draws the rows in sight, however many there are; empty rows keep the place of the others. */
export function WindowedBody({ rows, renderRow, input, reveal, subject, offset, onEnd }: WindowedBodyProps) {
	const top = useRef<HTMLTableRowElement>(null);
	const heights = useRef<Heights>({ usual: null, of: new WeakMap() }).current;
	const { focused } = input;
	const range = useRef<DrawnRange>(undefined);
	const indexes = useRef<number[]>([]);
	const rangeExtractor = useCallback(
		(sight: Range) => {
			range.current = nextDrawn(sight, range.current);
			const wanted = withIndex(range.current, focused?.(), sight.count);
			if (!isSame(indexes.current, wanted)) indexes.current = wanted;
			return indexes.current;
		},
		[focused],
	);
	const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
		count: rows.length,
		getScrollElement: () => top.current?.closest<HTMLElement>('[data-slot="pc-scroller"]') ?? null,
		estimateSize: () => heights.usual ?? usualHeight,
		measureElement: (row, entry, virtualizer) => measured(row, entry, virtualizer, heights),
		rangeExtractor,
		observeElementRect: (instance, tell) => observeElementRect(instance, (rect) => tell(rect.height > 0 ? rect : unseenRect)),
		initialRect: unseenRect,
		initialOffset: () => offset.current,
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
	const told = useRef<() => void>(undefined);
	useEffect(() => {
		offset.current = virtualizer.scrollOffset ?? 0;
		const last = drawn.at(-1)?.index ?? 0;
		// Rows are measured and drawn again before whoever is told knows that more are on their way.
		if (offset.current > 0 && last >= rows.length - nearEnd && told.current !== onEnd) {
			told.current = onEnd;
			onEnd();
		}
	});
	useEffect(
		() => () => {
			reveal.current = null;
		},
		[reveal],
	);

	const { measureElement } = virtualizer;
	// The same rows need no look at each.
	const body = useMemo(() => drawnRows(drawn, rows, renderRow, measureElement), [drawn, rows, renderRow, measureElement]);
	return (
		<>
			{/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus */}
			<tr ref={top} aria-hidden="true" />
			{body}
			<Spacer height={virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0)} />
		</>
	);
}

/** The rows, and before them and between them the place of those that are not drawn. */
function drawnRows(
	drawn: readonly VirtualItem[],
	rows: readonly Customer[],
	renderRow: WindowedBodyProps['renderRow'],
	ref: Ref<HTMLTableRowElement>,
): ReactNode {
	const before = drawn[0]?.start ?? 0;
	let end = before;
	return (
		<>
			{before > 0 && <Spacer height={before} />}
			{drawn.map(({ index, start, end: nextEnd }) => {
				const gap = start - end;
				end = nextEnd;
				const customer = rows[index]!;
				return (
					<Fragment key={customer.id}>
						{gap > 0 && <Spacer height={gap} />}
						{renderRow(customer, index, ref)}
					</Fragment>
				);
			})}
		</>
	);
}

/** A scroller that nobody sees, in a hidden tab of the host's or outside of a browser. */
const unseenRect = { width: 0, height: 600 };

/** The row that has the focus stays drawn, or scrolling would take the focus away. */
function withIndex({ from, to }: DrawnRange, index: number | undefined, count: number): number[] {
	const indexes = Array.from({ length: to - from + 1 }, (_, at) => from + at);
	if (index === undefined || index >= count || (index >= from && index <= to)) return indexes;
	return index < from ? [index, ...indexes] : [...indexes, index];
}

const isSame = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((index, at) => index === b[at]);

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
