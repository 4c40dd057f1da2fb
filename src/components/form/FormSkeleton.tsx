'use client';
import { useWords } from '../../hooks/context/useWords';
import { formWords } from '../../locales/english/form/formWords';
import { Skeleton } from '../ui/Skeleton';
import { slot } from '../ui/slot';

/** Stands where a form will be, as high as its first fields. */
export function FormSkeleton({ className }: { className: string | undefined }) {
	const locale = useWords(formWords);
	return (
		<div {...slot('pc-form', className)} data-pc-root="" data-state="loading" aria-busy="true" lang={locale.code} dir={locale.dir}>
			<p {...slot('pc-unseen')} role="status">
				{locale.common.loading}
			</p>
			<div {...slot('pc-form-fields')}>
				{[0, 1, 2, 3].map((field) => (
					<div key={field} {...slot('pc-field')}>
						<div {...slot('pc-label-row')}>
							<Skeleton size="short" />
						</div>
						<span {...slot('pc-input-skeleton')} aria-hidden="true" />
					</div>
				))}
			</div>
		</div>
	);
}
