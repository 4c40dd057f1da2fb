'use client';
import { memo, useState } from 'react';
import { countryName } from '../../domain/country';
import type { Phones } from '../../domain/phones';
import { lazyPart } from '../../hooks/context/lazyPart';
import { useHydrated } from '../../hooks/context/useHydrated';
import { useWords } from '../../hooks/context/useWords';
import { formWords } from '../../locales/english/form/formWords';
import { formatMessage } from '../../locales/formatMessage';
import { slot } from '../ui/slot';
import { usePanel } from '../ui/usePanel';

const useList = lazyPart(() => import('./CountryList'));

export interface CountryPickerProps {
	/** ISO 3166-1 alpha-2; `null` while none is known. */
	country: string | null;
	/** The numbering plans; `null` until they are loaded. */
	phones: Phones | null;
	/** Whether loading the numbering plans failed. */
	failed: boolean;
	/** Called when the list opens: loads the numbering plans. */
	onOpen: () => void;
	onChoose: (country: string) => void;
	disabled: boolean | undefined;
}

// The first name takes `Intl` as long as a form takes for all the rest: asked for while the page rests, before anyone opens a form.
if (typeof requestIdleCallback === 'function') requestIdleCallback(() => countryName('IN'));

/** The country of a phone number: a button that opens a searchable list. */
export const CountryPicker = memo(function CountryPicker({ country, phones, failed, onOpen, onChoose, disabled }: CountryPickerProps) {
	const locale = useWords(formWords);
	const { open, setOpen, id, root, opener } = usePanel();
	const [opened, setOpened] = useState(0);
	const list = useList(opened);
	const callingCode = country && phones?.callingCode(country);
	const hydrated = useHydrated();
	const name = country ? `${countryName(country, locale.code)}${callingCode ? ` (+${callingCode})` : ''}` : null;

	const show = () => {
		setOpen(true);
		onOpen();
		setOpened(opened + 1);
	};

	return (
		<div {...root} {...slot('pc-country-picker')} data-state={open ? 'open' : 'closed'}>
			<button
				{...opener}
				type="button"
				{...slot('pc-country-button')}
				aria-haspopup="dialog"
				disabled={disabled}
				onClick={() => (open ? setOpen(false) : show())}
				onKeyDown={(event) => {
					if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
					event.preventDefault();
					show();
				}}
			>
				<span key={String(hydrated)} suppressHydrationWarning {...slot('pc-unseen')}>
					{`${name ? formatMessage(locale.form.phoneCountryIs, { country: name }) : locale.form.phoneCountry} `}
				</span>
				<span {...slot('pc-chip')}>{country ?? '+'}</span>
			</button>
			{open && (
				<div id={id} role="dialog" aria-label={locale.form.phoneCountry} {...slot('pc-country-popover')} dir={locale.dir}>
					{phones && list ? (
						<list.CountryList
							phones={phones}
							country={country}
							onChoose={(chosen) => {
								setOpen(false);
								onChoose(chosen);
							}}
						/>
					) : (
						<p {...slot('pc-country-empty')} role="status">
							{failed || list === null ? locale.form.countriesFailed : locale.common.loading}
						</p>
					)}
				</div>
			)}
		</div>
	);
});
