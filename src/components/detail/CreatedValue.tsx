'use client';
import { useHydrated } from '../../hooks/context/useHydrated';
import { useWords } from '../../hooks/context/useWords';
import { detailWords } from '../../locales/english/detail/detailWords';
import { formatDate, formatRelative } from '../../locales/formatMessage';
import { slot } from '../ui/slot';

/** Clocks differ by so much, in milliseconds, without being wrong. */
const toleratedMs = 60_000;

/** When somebody came, by the calendar and from now. */
export function CreatedValue({ created }: { created: string }) {
	const locale = useWords(detailWords);
	return (
		<time key={String(useHydrated())} dateTime={created} suppressHydrationWarning>
			<span {...slot('pc-detail-value')}>
				<span suppressHydrationWarning>{`${formatDate(locale, created, { dateStyle: 'long', timeStyle: 'short' })} `}</span>
			</span>
			<span {...slot('pc-detail-note')} suppressHydrationWarning>
				{age(created, locale)}
			</span>
		</time>
	);
}

/** How long ago. A device whose clock is behind does not know, and must not say that somebody will come. */
function age(created: string, locale: Parameters<typeof formatRelative>[0]): string {
	const now = Date.now();
	const instant = Date.parse(created);
	return instant - now > toleratedMs ? '' : formatRelative(locale, created, Math.max(now, instant));
}
