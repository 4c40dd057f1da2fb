'use client';
import type { ReactNode } from 'react';
import { useNavigation } from '../../hooks/navigation/navigation';
import { Icon } from '../ui/Icon';
import { slot } from '../ui/slot';

/** Leads up one level. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
	const { Link } = useNavigation();
	return (
		<Link href={href} {...slot('pc-back')}>
			<Icon name="back" />
			<span>{children}</span>
		</Link>
	);
}
