'use client';
import type { Address } from '../../domain/customer';
import { formatAddress } from '../../domain/formatAddress';
import { useHydrated } from '../../hooks/context/useHydrated';
import { useWords } from '../../hooks/context/useWords';
import { useSubdivisions } from '../../hooks/form/useSubdivisions';
import { detailWords } from '../../locales/english/detail/detailWords';
import { slot } from '../ui/slot';
import { CopyButton } from './CopyButton';

/** As it would stand on an envelope in its country. */
export function AddressValue({ address }: { address: Address }) {
	const { code, detail } = useWords(detailWords);
	const { list } = useSubdivisions(address.country ?? '');
	const lines = formatAddress(address, { locale: code, subdivisions: list });
	return (
		<span {...slot('pc-detail-value')}>
			{/* Each line keeps its own direction, on the side of the page: Latin letters on an Arabic page, or the other way round. */}
			<address key={String(useHydrated())} {...slot('pc-detail-address')} translate="no">
				{lines.map((line, at) => (
					// A line that is written otherwise once the names of states have come is another one, which has not moved.
					// biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
					<div key={at}>
						<bdi key={line} suppressHydrationWarning>
							{line}
						</bdi>
					</div>
				))}
			</address>
			<CopyButton text={lines.join('\n')} label={detail.copyAddress} />
		</span>
	);
}
