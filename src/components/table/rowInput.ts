import type { FocusEvent, PointerEvent } from 'react';
import { formatDate } from '../../locales/formatMessage';
import type { Locale } from '../../locales/locale';
import { followRow } from './followRow';
import { type DrawnRows, rowKeys } from './rowKeys';

/** Resting on a row for this long, in milliseconds, means to open it. */
const intentMs = 80;

export interface RowInputRows extends DrawnRows {
	locale: Pick<Locale, 'code'>;
	/** Somebody seems about to open the row: it has the focus, or the mouse rests on it. */
	onIntent: (position: number) => void;
}

export type RowInput = ReturnType<typeof rowInput>;

/** What keyboard and mouse do to the rows of one table. */
export function rowInput(getRows: () => RowInputRows) {
	const keys = rowKeys(getRows);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let over: Element | null = null;
	const leave = () => {
		clearTimeout(timer);
		over = null;
	};
	const intend = (row: HTMLElement) => getRows().onIntent(Number(row.dataset.index));
	return {
		...keys,
		/** Forgets where the mouse rests. */
		leave,
		handlers: {
			...keys.handlers,
			onFocus: (event: FocusEvent<HTMLElement>) => {
				keys.handlers.onFocus(event);
				const row = rowOf(event.target);
				if (row) intend(row);
			},
			// One timer for all rows.
			onPointerOver: ({ target, pointerType }: PointerEvent) => {
				showTitle(target as Element, getRows());
				const row = rowOf(target);
				if (row === over || pointerType !== 'mouse') return;
				leave();
				over = row;
				if (row) timer = setTimeout(() => intend(row), intentMs);
			},
			onPointerLeave: leave,
			onClick: followRow,
			onAuxClick: followRow,
		},
	};
}

function rowOf(target: EventTarget): HTMLElement | null {
	return (target as Element).closest<HTMLElement>('[data-slot="pc-row"][data-clickable]');
}

const fullDate: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'long' };

/** The whole text of a cell that may be cut off, for whoever points at it: written ahead it would cost each cell an attribute. */
function showTitle(target: Element, { rows, locale }: RowInputRows): void {
	const cell = target.closest<HTMLElement>('td[data-column]:not([data-custom])');
	const row = cell?.closest<HTMLElement>('[data-slot="pc-row"]')?.dataset.index;
	const customer = rows[Number(row)];
	if (!cell || !customer || cell.querySelector('[data-slot="pc-none"]')) return;
	const { created } = customer;
	cell.title = cell.dataset.column === 'created' && created ? formatDate(locale, created, fullDate) : cell.textContent;
}
