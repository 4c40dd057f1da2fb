'use client';
import { useRouter } from 'next/navigation';
import { CustomersPage } from '../../../../shared/CustomersPage';

export function Customers() {
	const router = useRouter();
	return <CustomersPage navigate={(href, options) => router[options?.replace ? 'replace' : 'push'](href)} />;
}
