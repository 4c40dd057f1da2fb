import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { type Customer, useCustomerForm, useCustomerTable, useLocale, usePhoneField } from '../src/index';
import { said } from './said';

/** Markup of your own on the kit's hooks: what it looks like is yours, what it does is the kit's. */
const meta = { title: 'Hooks' } satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const control = { padding: '6px 12px', font: 'inherit', border: '1px solid #8889', borderRadius: 8 };
const cell = { padding: '8px 0', textAlign: 'start', borderBlockEnd: '1px solid #8884', overflowWrap: 'anywhere' } as const;

function YourTable() {
	const { rows, search, status, error, retry, paging, toggleSort, canSort, isPrevious, state } = useCustomerTable({
		initialState: { sort: 'name', limit: 5 },
	});
	if (error && rows.length === 0) {
		return (
			<p role="alert">
				<button type="button" style={control} onClick={retry}>
					Ask anew
				</button>
			</p>
		);
	}
	return (
		<section style={{ display: 'grid', gap: 12, maxInlineSize: 560 }}>
			<input
				type="search"
				aria-label="Find people"
				placeholder="Find people"
				style={control}
				value={search.text}
				onChange={(event) => search.setText(event.target.value)}
			/>
			<table
				aria-busy={status === 'loading' || isPrevious}
				style={{ tableLayout: 'fixed', inlineSize: '100%', borderCollapse: 'collapse', textAlign: 'start' }}
			>
				<thead>
					<tr>
						<th scope="col" aria-sort={state.sort === 'name' ? 'ascending' : state.sort === '-name' ? 'descending' : 'none'}>
							<div style={cell}>
								<button type="button" style={control} disabled={!canSort('name')} onClick={() => toggleSort('name')}>
									Person
								</button>
							</div>
						</th>
						<th scope="col">
							<div style={cell}>Address</div>
						</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ id, name, email }) => (
						<tr key={id}>
							<td style={cell}>{name}</td>
							<td style={cell}>{email}</td>
						</tr>
					))}
				</tbody>
			</table>
			<p hidden={status === 'loading'}>
				<button type="button" style={control} disabled={!paging.hasPrevious} onClick={paging.goPrevious}>
					Earlier
				</button>{' '}
				<button type="button" style={control} disabled={!paging.hasNext} onClick={paging.goNext}>
					Later
				</button>
			</p>
		</section>
	);
}

/** `useCustomerTable`: search, order and pages, offering only what the backend can do. */
export const OwnTable: Story = {
	render: () => <YourTable />,
	play: async ({ canvas, userEvent }) => {
		const rows = () => within(canvas.getByRole('table')).getAllByRole('row').slice(1);
		await waitFor(() => expect(rows()).toHaveLength(5));
		const [first] = rows().map((row) => row.textContent);
		await userEvent.click(canvas.getByRole('button', { name: 'Later' }));
		await waitFor(() => expect(rows()[0]!.textContent).not.toBe(first));
		await userEvent.click(canvas.getByRole('button', { name: 'Person' }));
		await waitFor(() => expect(canvas.getByRole('columnheader', { name: 'Person' })).toHaveAttribute('aria-sort', 'descending'));
		await userEvent.type(canvas.getByRole('searchbox'), 'linnea');
		await waitFor(() => expect(rows().every((row) => row.textContent.toLowerCase().includes('linnea'))).toBe(true));
	},
};

function YourPhone({
	value,
	onChange,
	onBlur,
	error,
}: {
	value: string;
	onChange: (value: string) => void;
	onBlur: () => void;
	error: string | undefined;
}) {
	const { inputProps, suggestion, acceptSuggestion } = usePhoneField({ value, onChange, defaultCountry: 'IN' });
	return (
		<label style={{ display: 'grid', gap: 4 }}>
			Call them at
			<input type="tel" autoComplete="tel" style={control} aria-invalid={error !== undefined} {...inputProps} onBlur={onBlur} />
			{suggestion && (
				<button type="button" style={control} onClick={acceptSuggestion}>
					{`Rather ${suggestion}?`}
				</button>
			)}
			<span role="alert">{error}</span>
		</label>
	);
}

function YourForm({ customer }: { customer?: Customer }) {
	const { errors } = useLocale();
	const { form, values, change, blur, fieldError, summary, error, submit, status, saved } = useCustomerForm({
		customer: customer ?? null,
		defaultCountry: 'IN',
	});
	return (
		<form onSubmit={submit} noValidate style={{ display: 'grid', gap: 12, maxInlineSize: 360 }}>
			<label style={{ display: 'grid', gap: 4 }}>
				Write to them at
				<input
					type="email"
					autoComplete="email"
					style={control}
					aria-invalid={fieldError('email') !== undefined}
					value={values.email}
					onChange={(event) => change('email', event.target.value)}
					onBlur={() => blur('email')}
				/>
				<span role="alert">{fieldError('email')}</span>
			</label>
			<label style={{ display: 'grid', gap: 4 }}>
				Called
				<input autoComplete="name" style={control} {...form.register('name')} />
			</label>
			<YourPhone
				value={values.phone}
				onChange={(phone) => change('phone', phone)}
				onBlur={() => blur('phone')}
				error={fieldError('phone')}
			/>
			<ul style={{ margin: 0 }}>
				{summary.map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
			<p role="alert" hidden={!error}>
				{error && errors[error.code]}
			</p>
			<button type="submit" style={control} disabled={status === 'saving'}>
				Keep
			</button>
			<output>{saved && status === 'created' ? `Kept ${saved.email}` : ''}</output>
		</form>
	);
}

/** `useCustomerForm` and `usePhoneField`: checked by the server's own rules, saved once however often it is pressed. */
export const OwnForm: Story = {
	parameters: { backend: () => memoryBackend({ latencyMs: 50 }) },
	render: () => <YourForm />,
	play: async ({ canvas, userEvent }) => {
		const email = await canvas.findByRole('textbox', { name: /Write to them/ });
		await userEvent.type(email, 'ravi@');
		await userEvent.tab();
		await expect(await canvas.findByText(said(({ issues }) => issues.invalid_email))).toBeVisible();
		await userEvent.type(email, 'example.com');
		await userEvent.type(canvas.getByRole('textbox', { name: /Call them/ }), '9876501234');
		await userEvent.dblClick(canvas.getByRole('button', { name: 'Keep' }));
		await canvas.findByText('Kept ravi@example.com');
	},
};
