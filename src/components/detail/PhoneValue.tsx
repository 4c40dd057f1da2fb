'use client';
import { countryName } from '../../domain/country';
import { loadPhones } from '../../domain/phone';
import { lazyPart } from '../../hooks/context/lazyPart';
import { useWords } from '../../hooks/context/useWords';
import { detailWords } from '../../locales/english/detail/detailWords';
import { slot } from '../ui/slot';
import { CopyButton } from './CopyButton';

const usePhones = lazyPart(loadPhones);

/** A number as its country writes it, and that country; as it is stored until the plans have come. */
export function PhoneValue({ phone }: { phone: string }) {
	const { code, detail } = useWords(detailWords);
	const phones = usePhones(true);
	const read = phones?.parse(phone);
	const country = read?.ok && read.country;
	return (
		<>
			<span {...slot('pc-detail-value')}>
				<a href={`tel:${phone}`} {...slot('pc-link')}>
					<bdi translate="no">{phones?.format(phone) ?? phone}</bdi>
				</a>
				<CopyButton text={phone} label={detail.copyPhone} />
			</span>
			<span {...slot('pc-detail-note')}>{country && countryName(country, code)}</span>
		</>
	);
}
