'use client';
import { useWords } from '../../hooks/context/useWords';
import { browserWords } from '../../locales/english/detail/detailWords';
import { RetryAlert } from '../ui/RetryAlert';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';

/** Stands where the import will be; once it could not be loaded, says so. */
export function ImportPlace({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
	const { common, menus } = useWords(browserWords);
	if (failed) return <RetryAlert title={menus.failed} onRetry={onRetry} />;
	return (
		<div {...slot('pc-import')} data-state="loading">
			<p {...slot('pc-heading')}>
				<Skeleton />
			</p>
			<p {...slot('pc-unseen')} role="status">
				{common.loading}
			</p>
		</div>
	);
}
