'use client';
import { useWords } from '../../hooks/context/useWords';
import { formWords } from '../../locales/english/form/formWords';
import { Skeleton } from '../ui/Skeleton';

/** Stands where a form will be, as high as its first fields. */
export function FormSkeleton({ className }: { className: string | undefined }) {
	const locale = useWords(formWords);
	return (
		<div
			data-slot="pc-form"
			data-pc-root=""
			data-state="loading"
			aria-busy="true"
			className={className}
			lang={locale.code}
			dir={locale.dir}
		>
			<p role="status" data-slot="pc-unseen">
				{locale.common.loading}
			</p>
			<div data-slot="pc-form-fields">
				{['6em', '4em', '5em', '7em'].map((width) => (
					<div key={width} data-slot="pc-field">
						<div data-slot="pc-label-row">
							<Skeleton width={width} />
						</div>
						<span data-slot="pc-input-skeleton" aria-hidden="true" />
					</div>
				))}
			</div>
		</div>
	);
}
