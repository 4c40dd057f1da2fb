'use client';
import { useId, useMemo, useState } from 'react';
import { isKept } from '../../contract/clearableFields';
import { countryCodes } from '../../domain/country';
import { type ImportField, importFields } from '../../domain/importField';
import type { Issue } from '../../domain/issue';
import { useCapabilities } from '../../hooks/cache/useCapabilities';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage, formatPlural } from '../../locales/formatMessage';
import { fieldLabel } from '../../locales/issueMessage';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { nameCountries } from '../ui/nameCountries';
import { slot } from '../ui/slot';
import { FileProblem } from './FileProblem';
import { ImportFormat } from './ImportFormat';
import { ImportPreview } from './ImportPreview';
import { ImportProgress } from './ImportProgress';

/** What each column of the file becomes. */
export function ImportColumns({ model }: { model: CustomerImportModel }) {
	const locale = useWords(importWords);
	const { imports } = locale;
	const { data: capabilities } = useCapabilities();
	const choices = importFields.filter((field) => (field === 'id' ? capabilities?.write.customId : isKept(field, capabilities?.keeps)));
	const checking = model.step === 'checking';
	const file = { file: model.fileName, rows: formatPlural(locale, imports.rows, model.rowCount) };
	return (
		<>
			<p {...slot('pc-hint')}>{formatMessage(imports.columnsHint, file)}</p>
			<ImportFormat model={model} disabled={checking} />
			<FileProblem model={model} />
			<table {...slot('pc-import-table')} aria-label={imports.columnsTitle}>
				<thead>
					<tr>
						<th scope="col">{imports.column}</th>
						<th scope="col">{imports.samples}</th>
						<th scope="col">{imports.field}</th>
					</tr>
				</thead>
				<tbody>
					{model.columns.map(({ header, samples, field }, at) => {
						const name = header || formatMessage(imports.unnamedColumn, { number: at + 1 });
						return (
							// biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, headers may repeat
							<tr key={at} data-state={field ? 'used' : 'unused'}>
								<th scope="row">
									<bdi>{name}</bdi>
								</th>
								<td>
									{samples.map((sample) => (
										<bdi key={sample} {...slot('pc-sample')} translate="no">
											{sample}
										</bdi>
									))}
								</td>
								<td>
									<select
										{...slot('pc-select')}
										aria-label={formatMessage(imports.fieldOf, { column: name })}
										value={field ?? ''}
										disabled={checking}
										onChange={(event) => model.setField(at, (event.target.value || null) as ImportField | null)}
									>
										<option value="">{imports.leaveOut}</option>
										{choices.map((choice) => (
											<option key={choice} value={choice}>
												{labelOf(choice, locale)}
											</option>
										))}
									</select>
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
			{choices.some((field) => !/^(email|name|id)/.test(field)) && <DefaultCountry model={model} disabled={checking} />}
			<ImportPreview model={model} />
			<Check model={model} />
		</>
	);
}

function labelOf(field: ImportField, locale: typeof importWords): string {
	const { nameParts, state } = locale.imports;
	if (field === 'address.state') return state;
	const part = field.startsWith('name.') && nameParts[field.slice('name.'.length) as keyof typeof nameParts];
	return part || fieldLabel(locale, field as Issue['path']);
}

function DefaultCountry({ model, disabled }: { model: CustomerImportModel; disabled: boolean }) {
	const locale = useWords(importWords);
	const { imports } = locale;
	const id = useId();
	const countries = useMemo(() => nameCountries(countryCodes, locale.code), [locale.code]);
	return (
		<div {...slot('pc-field')} data-part="country">
			<label {...slot('pc-label')} htmlFor={id}>
				{imports.country}
			</label>
			<select
				{...slot('pc-select')}
				id={id}
				value={model.defaultCountry ?? ''}
				disabled={disabled}
				aria-describedby={`${id}-hint`}
				onChange={(event) => model.setDefaultCountry(event.target.value || undefined)}
			>
				<option value="">{imports.noCountry}</option>
				{countries.map(({ code, name }) => (
					<option key={code} value={code}>
						{name}
					</option>
				))}
			</select>
			<p {...slot('pc-hint')} id={`${id}-hint`}>
				{imports.countryHint}
			</p>
		</div>
	);
}

/** Checks the rows, once a column holds the email. */
function Check({ model }: { model: CustomerImportModel }) {
	const { imports, errors } = useWords(importWords);
	const [tried, setTried] = useState(false);
	const id = useId();
	const hasEmail = model.columns.some(({ field }) => field === 'email');
	const refused = tried && !hasEmail ? id : undefined;
	return (
		<>
			{refused && (
				<p {...slot('pc-error')} role="alert" id={refused}>
					{imports.emailNeeded}
				</p>
			)}
			{model.error && <Alert tone="danger" role="alert" title={errors[model.error.code]} />}
			<ImportProgress model={model} />
			<div {...slot('pc-import-actions')}>
				<Button onClick={model.reset}>{imports.otherFile}</Button>
				<Button
					variant="primary"
					busy={model.step === 'checking'}
					aria-describedby={refused}
					onClick={() => {
						setTried(true);
						if (hasEmail) void model.check();
					}}
				>
					{imports.check}
				</Button>
			</div>
		</>
	);
}
