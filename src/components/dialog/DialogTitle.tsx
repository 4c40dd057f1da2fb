'use client';
import type { ReactNode } from 'react';
import type { Customer } from '../../domain/customer';
import { useWords } from '../../hooks/context/useWords';
import { formWords } from '../../locales/english/form/formWords';
import { Boundary } from '../ui/Boundary';
import { breakable } from '../ui/breakable';
import { ownElement } from '../ui/ownElement';

/** The host's title, or the kit's own: also where the host's throws, so that no dialog is without a name. */
export function DialogTitle({ title, customer }: { title: ReactNode; customer: Customer | undefined }) {
	const { form } = useWords(formWords);
	const own = ownElement(customer ? form.editTitle : form.createTitle);
	const said = typeof title === 'string' ? <span>{breakable(title)}</span> : (title ?? own);
	return (
		<Boundary of="CustomerDialog" fallback={own}>
			{said}
		</Boundary>
	);
}
