'use client';
import type { ReactNode } from 'react';
import type { ListCustomersRequest } from '../../contract/backend';
import type { CsvColumn } from '../../domain/csv';
import type { Customer } from '../../domain/customer';
import { groupPhone } from '../../domain/groupPhone';
import { regionName } from '../../domain/regionName';
import { formatDate } from '../../locales/formatMessage';
import type { Locale } from '../../locales/locale';
import { initials } from '../ui/initials';

/** A column of the kit's own: `email`, `name`, `created`, `phone` or `country`. */
export type CustomerColumnId = 'email' | 'name' | 'created' | 'phone' | 'country';

/** A column of the host's own. */
export interface CustomerColumn {
	/** Unique in the table; also the cell's `data-column`. */
	id: string;
	/** What stands over the column, and before the value on a card. */
	header: string;
	/** Renders the cell. If it throws, that one cell shows a dash. */
	cell: (customer: Customer) => ReactNode;
	/** Any CSS length. @default an equal share of what the other columns leave */
	width?: string;
}

/** What a table shows now; fits a `<CustomerExport>`. */
export interface CustomerTableContents {
	/** Search, filters, sort, and in pages cursor and size. */
	request: ListCustomersRequest;
	/** Ids of the customers chosen one by one. */
	selection: readonly string[];
	/** The columns shown, those of the host's own left out. */
	columns: readonly CsvColumn[];
}

/** A column as the table draws it. */
export interface TableColumn {
	id: string;
	header: string;
	cell: (customer: Customer) => ReactNode;
	/** Field that the header sorts by, if the backend can. */
	sortBy?: 'email' | 'name' | 'created';
	width?: string;
	/** What an export has for it; `null` for a column of the host's own. */
	csv: CsvColumn | null;
	/** Letters that the stylesheet draws before the value, in a circle. */
	mark?: (customer: Customer) => string;
	/** Nobody's name is to be translated. */
	translate?: 'no';
}

/** All columns that come with the table, in their order. */
export const defaultColumns: readonly CustomerColumnId[] = ['name', 'email', 'created', 'phone', 'country'];

type ColumnWords = Pick<Locale, 'code' | 'dir' | 'fields'>;

/** The columns with their words and cells, in the order asked for. */
export function resolveColumns(
	columns: readonly (CustomerColumnId | CustomerColumn)[],
	locale: ColumnWords,
	hydrated: boolean,
): TableColumn[] {
	const own = builtIn(locale, hydrated);
	return columns.map((column) => (typeof column === 'string' ? own[column] : { ...column, csv: null }));
}

/** The columns of a file that hold what the table shows. */
export function csvColumnsOf(columns: readonly TableColumn[]): CsvColumn[] {
	return columns.flatMap(({ csv }) => csv ?? []);
}

function builtIn(locale: ColumnWords, hydrated: boolean): Record<CustomerColumnId, TableColumn> {
	const column = (id: CustomerColumnId, cell: TableColumn['cell'], more: Partial<TableColumn> & Pick<TableColumn, 'csv'>): TableColumn => ({
		id,
		header: locale.fields[id],
		cell,
		...more,
	});
	const shown = (value: string) => (locale.dir === 'ltr' && leftToRight.test(value) ? value : <bdi>{value}</bdi>);
	const text = (id: 'email' | 'name' | 'phone', more?: Partial<TableColumn>) =>
		column(id, ({ [id]: stored }) => stored && shown(id === 'phone' ? groupPhone(stored) : stored), { csv: id, translate: 'no', ...more });
	// The server may be in another time zone than the reader, and call countries by other names: drawn anew once its page has come to life.
	const side = String(hydrated);
	const created: TableColumn['cell'] = ({ created }) =>
		created && (
			<time key={side} dateTime={created} suppressHydrationWarning>
				{formatDate(locale, created)}
			</time>
		);
	const country: TableColumn['cell'] = ({ address }) =>
		address?.country && (
			// Its code stands before it where there is a stylesheet.
			<span key={side} data-pc-country={address.country} suppressHydrationWarning>
				{regionName(address.country, locale.code)}
			</span>
		);
	return {
		email: text('email', { sortBy: 'email' }),
		name: text('name', { sortBy: 'name', mark: ({ name, email }) => initials(name ?? email ?? '') || '•' }),
		phone: text('phone'),
		created: column('created', created, { csv: 'created', sortBy: 'created' }),
		country: column('country', country, { csv: 'address.country' }),
	};
}

/** Only letters before the scripts that are written from right to left: no `<bdi>` needed, and a table draws hundreds of them. */
const leftToRight = /^[ -\u058f]*$/;
