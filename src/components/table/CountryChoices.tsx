'use client';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { countryCodes } from '../../domain/country';
import { useWords } from '../../hooks/context/useWords';
import { filterWords } from '../../locales/english/table/filterWords';
import { isComposing } from '../ui/isComposing';
import { nameCountries } from '../ui/nameCountries';
import { searchCountries } from '../ui/searchCountries';
import { slot } from '../ui/slot';
import { PanelTitle } from './PanelTitle';

interface CountryChoicesProps {
	/** Whether its name is to be seen. */
	titled: boolean;
	/** ISO 3166-1 alpha-2 each. */
	value: readonly string[];
	onChange: (countries: string[]) => void;
}

/** All countries by name in the order of the reader's language, those chosen before at the top, and a box to search them. */
export function CountryChoices({ titled, value, onChange }: CountryChoicesProps) {
	const { code, form, table } = useWords(filterWords);
	const [query, setQuery] = useState('');
	// As it was when the list was opened: what is chosen now must not move away from under the pointer.
	const [before] = useState(value);
	const all = useMemo(() => {
		const named = nameCountries(countryCodes, code).map((country) => ({ ...country, callingCode: '' }));
		return [...named.filter(({ code }) => before.includes(code)), ...named.filter(({ code }) => !before.includes(code))];
	}, [code, before]);
	const found = useMemo(() => searchCountries(all, query), [all, query]);
	return (
		<fieldset {...slot('pc-filter-countries')} aria-label={table.filterCountry} onKeyDown={walk}>
			{titled && <PanelTitle text={table.filterCountry} />}
			<input
				type="search"
				{...slot('pc-input')}
				aria-label={form.searchCountry}
				placeholder={form.searchCountry}
				autoComplete="off"
				spellCheck={false}
				value={query}
				onChange={({ target }) => setQuery(target.value)}
			/>
			<ul {...slot('pc-menu-list')}>
				{found.map(({ code, name }, index) => (
					<li key={code} {...slot('pc-menu-row')}>
						<label {...slot('pc-menu-check')}>
							<input
								type="checkbox"
								// One stop for Tab, and arrow keys from there: else hundreds of them lie before what comes next.
								tabIndex={index === 0 ? 0 : -1}
								checked={value.includes(code)}
								onChange={({ target }) => onChange(target.checked ? [...value, code] : value.filter((other) => other !== code))}
							/>
							<bdi>{name}</bdi>
						</label>
					</li>
				))}
			</ul>
			<p {...slot('pc-hint')} role="status">
				{found.length === 0 && <span>{form.noCountry}</span>}
			</p>
		</fieldset>
	);
}

/** From box to box by the arrow keys. */
function walk(event: KeyboardEvent<HTMLElement>): void {
	const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
	if (step === 0 || isComposing(event)) return;
	event.preventDefault();
	const stops = [...event.currentTarget.querySelectorAll('input')];
	stops[stops.indexOf(event.target as HTMLInputElement) + step]?.focus();
}
