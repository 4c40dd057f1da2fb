'use client';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Phones } from '../../domain/phones';
import { useWords } from '../../hooks/context/useWords';
import { formWords } from '../../locales/english/form/formWords';
import { isComposing } from '../ui/isComposing';
import { nameCountries } from '../ui/nameCountries';
import { searchCountries } from '../ui/searchCountries';
import { slot } from '../ui/slot';

export interface CountryListProps {
	phones: Phones;
	country: string | null;
	onChoose: (country: string) => void;
}

/** The countries to choose from, and a box to search them. Loaded when the list is first opened. */
export function CountryList({ phones, country, onChoose }: CountryListProps) {
	const locale = useWords(formWords);
	const id = useId();
	const searchRef = useRef<HTMLInputElement>(null);
	const listRef = useRef<HTMLDivElement>(null);
	const { query, search, found, current, move } = useCountrySearch(phones, country, locale.code);

	// At once: whoever closes the list by then has the focus back already.
	useLayoutEffect(() => searchRef.current?.focus(), []);
	useEffect(() => {
		if (current) listRef.current?.querySelector(`[data-country="${current.code}"]`)?.scrollIntoView?.({ block: 'nearest' });
	}, [current]);

	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		if (isComposing(event)) return;
		const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
		const step = steps[event.key];
		if (step) move(step);
		else if (event.key === 'Enter') current && onChoose(current.code);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};

	return (
		<>
			<input
				ref={searchRef}
				{...slot('pc-input')}
				type="text"
				role="combobox"
				aria-label={locale.form.searchCountry}
				aria-autocomplete="list"
				aria-expanded={found.length > 0}
				aria-controls={`${id}list`}
				aria-activedescendant={current ? `${id}${current.code}` : undefined}
				placeholder={locale.form.searchCountry}
				autoComplete="off"
				spellCheck={false}
				value={query}
				onChange={(event) => search(event.target.value)}
				onKeyDown={onKeyDown}
			/>
			<div
				ref={listRef}
				id={`${id}list`}
				role="listbox"
				// What scrolls would be a stop of the Tab key: one that does nothing.
				tabIndex={-1}
				aria-label={locale.form.phoneCountry}
				{...slot('pc-country-list')}
				hidden={found.length === 0}
			>
				{found.map((option) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox that owns the list
					<div
						key={option.code}
						id={`${id}${option.code}`}
						role="option"
						tabIndex={-1}
						aria-selected={option.code === country}
						{...slot('pc-country-option')}
						data-state={option === current ? 'active' : 'idle'}
						data-country={option.code}
						onMouseDown={(event) => event.preventDefault()}
						onClick={() => onChoose(option.code)}
					>
						{nameOf(option)}
					</div>
				))}
			</div>
			<p {...slot('pc-country-empty')} role="status">
				{found.length === 0 && locale.form.noCountry}
			</p>
		</>
	);
}

const nameOf = ({ code, name, callingCode }: { code: string; name: string; callingCode: string }) => (
	<>
		<span {...slot('pc-chip')} aria-hidden="true">
			{code}
		</span>
		<span {...slot('pc-country-name')}>{name}</span>
		<span {...slot('pc-country-code')} dir="ltr">
			{`+${callingCode}`}
		</span>
	</>
);

/** The countries that a search finds, and the one among them that Enter takes: the country of the number at first. */
function useCountrySearch(phones: Phones, country: string | null, locale: string) {
	const [query, setQuery] = useState('');
	const [active, setActive] = useState(country);
	const all = useMemo(
		() => nameCountries(phones.countries(), locale).map((named) => ({ ...named, callingCode: phones.callingCode(named.code) ?? '' })),
		[phones, locale],
	);
	const found = useMemo(() => searchCountries(all, query), [all, query]);
	const index = Math.max(
		0,
		found.findIndex((option) => option.code === active),
	);
	return {
		query,
		search: (text: string) => {
			setQuery(text);
			setActive(null);
		},
		found,
		current: found[index],
		move: (steps: number) => setActive(found[Math.max(0, Math.min(found.length - 1, index + steps))]?.code ?? null),
	};
}
