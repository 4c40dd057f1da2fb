'use client';
import { type ReactNode, useId } from 'react';
import { type TextEncoding, textEncodings } from '../../domain/decodeText';
import { type CsvDelimiter, csvDelimiters } from '../../domain/parseCsv';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerImportModel } from '../../hooks/transfer/customerImportModel';
import { importWords } from '../../locales/english/transfer/importWords';
import { formatMessage, formatNumber, formatPlural } from '../../locales/formatMessage';
import { slot } from '../ui/slot';

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** The longest beginning of a row that a choice shows, in characters. */
const longest = 60;

/** As much of the row that is chosen as a phone has room for in wider letters; its columns stand whole below. */
const longestChosen = 12;

/** What was found out about the file, each to be changed: how it is stored, what parts its cells, which row names its columns. */
export function ImportFormat({ model, disabled }: { model: CustomerImportModel; disabled: boolean }) {
	const locale = useWords(importWords);
	const { imports } = locale;
	const { format, top } = model;
	if (!format) return null;
	const { encoding, delimiter, headerRow } = format;
	const above = headerRow === null ? 0 : top.filter(({ number }) => number < headerRow).length;
	return (
		<fieldset {...slot('pc-import-format')} disabled={disabled}>
			<legend {...slot('pc-label')}>{imports.format}</legend>
			<Choice
				label={imports.encoding}
				value={encoding}
				onChange={(value) => void model.readAs({ encoding: value as TextEncoding })}
				options={textEncodings.map((name) => [name, name.toUpperCase().replace('WINDOWS', 'Windows')])}
			/>
			<Choice
				label={imports.delimiter}
				value={delimiter}
				onChange={(value) => void model.readAs({ delimiter: value as CsvDelimiter })}
				options={csvDelimiters.map((each) => [each, imports.delimiters[delimiterNames[each]]])}
			/>
			<Choice
				label={imports.headerRow}
				value={String(headerRow ?? '')}
				onChange={(value) => void model.readAs({ headerRow: value === '' ? null : Number(value) })}
				options={[
					['', imports.noHeaderRow],
					...top.map(({ number, cells }): [string, string] => [
						String(number),
						formatMessage(imports.headerRowOf, {
							row: formatNumber(locale, number),
							cells: beginningOf(cells, number === headerRow ? longestChosen : longest),
						}),
					]),
				]}
				hint={above > 0 && formatPlural(locale, imports.aboveHeader, above)}
			/>
		</fieldset>
	);
}

interface ChoiceProps {
	label: string;
	value: string;
	onChange: (value: string) => void;
	options: readonly (readonly [value: string, label: string])[];
	hint?: ReactNode;
}

function Choice({ label, value, onChange, options, hint }: ChoiceProps) {
	const id = useId();
	return (
		<div {...slot('pc-field')}>
			<label {...slot('pc-label')} htmlFor={id}>
				{label}
			</label>
			<select
				{...slot('pc-select')}
				id={id}
				value={value}
				aria-describedby={hint ? `${id}-hint` : undefined}
				onChange={(event) => onChange(event.target.value)}
			>
				{options.map(([each, text]) => (
					<option key={each} value={each}>
						{text}
					</option>
				))}
			</select>
			{hint && (
				<p {...slot('pc-hint')} id={`${id}-hint`}>
					{hint}
				</p>
			)}
		</div>
	);
}

function beginningOf(cells: readonly string[], most: number): string {
	const texts = cells.map((cell) => cell.trim()).filter(Boolean);
	const all = texts.join(' · ');
	return all.length > most ? `${all.slice(0, most).trim()}…` : all;
}
