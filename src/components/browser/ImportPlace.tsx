'use client';
import { useWords } from '../../hooks/context/useWords';
import { browserWords } from '../../locales/english/detail/detailWords';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';

/** Stands where the import will be; once it could not be loaded, says so. */
export function ImportPlace({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
	const { common, menus } = useWords(browserWords);
	if (failed)
		return <EmptyState icon="alert" title={menus.failed} role="alert" actions={<Button onClick={onRetry}>{common.retry}</Button>} />;
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
