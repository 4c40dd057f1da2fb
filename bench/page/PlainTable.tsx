import { memo } from 'react';
import type { Customer } from '../../src/index';

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const countries = new Intl.DisplayNames('en', { type: 'region' });
const headers = ['email', 'name', 'created', 'phone', 'country'];

const PlainRow = memo(function PlainRow({ customer, styled }: { customer: Customer; styled: boolean }) {
	const { id, email, name, created, phone, address } = customer;
	const date = created && dates.format(new Date(created));
	const country = address?.country && countries.of(address.country);
	if (!styled) {
		return (
			<tr>
				<td>
					<a href={`/customers/${id}`}>{email}</a>
				</td>
				<td>{name}</td>
				<td>{date}</td>
				<td>{phone}</td>
				<td>{country}</td>
			</tr>
		);
	}
	return (
		<tr className="pc-row" data-state="idle" data-clickable="">
			<td data-column="email">
				<a href={`/customers/${id}`} data-pc-row-link="">
					{email}
				</a>
			</td>
			<td data-column="name">{name}</td>
			<td data-column="created">
				<time dateTime={created ?? undefined}>{date}</time>
			</td>
			<td data-column="phone">{phone}</td>
			<td data-column="country">{country && <span data-pc-country={address.country}>{country}</span>}</td>
		</tr>
	);
});

/**
 * What a careful host would write without the kit: the same columns, formatters made once, rows that render when they change.
 * `styled` looks and reads as ours does; without, it is bare HTML that no stylesheet touches.
 */
export function PlainTable({ customers, styled }: { customers: readonly Customer[]; styled: boolean }) {
	const table = (
		<table className={styled ? 'pc-table' : undefined}>
			<thead>
				<tr>
					{headers.map((header) => (
						<th key={header} className={styled ? 'pc-head-cell' : undefined} data-column={styled ? header : undefined}>
							{header}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{customers.map((customer) => (
					<PlainRow key={customer.id} customer={customer} styled={styled} />
				))}
			</tbody>
		</table>
	);
	return styled ? (
		<div data-pc-root="" className="pc-table-root">
			<div className="pc-table-frame">{table}</div>
		</div>
	) : (
		table
	);
}
