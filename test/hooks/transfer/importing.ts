import { act, waitFor } from '@testing-library/react';
import { expect, vi } from 'vitest';
import type { CustomerBackend, CustomersProviderProps, UseCustomerImportOptions } from '../../../src/index';
import { useCustomerImport } from '../../../src/index';
import { textOf } from '../../textOf';
import { renderBelow } from '../setup';

/** A file as a browser hands it over. */
export const file = (content: BlobPart, name = 'customers.csv') => {
	const made = new File([content], name, { type: 'text/csv' });
	// jsdom's files may lack it.
	made.arrayBuffer ??= () => new Response(content as BodyInit).arrayBuffer();
	return made;
};

/** A file of so many people. */
export const csvOf = (count: number) =>
	['email,name', ...Array.from({ length: count }, (_, at) => `p${at}@example.com,Person ${at}`)].join('\n');

type ImportingProps = Partial<CustomersProviderProps> & { options?: UseCustomerImportOptions };

/** `useCustomerImport` below a provider, and the steps of an import. */
export function importing(backend: CustomerBackend, { options, ...props }: ImportingProps = {}) {
	const save = vi.fn<(file: Blob, name: string) => void>();
	const view = renderBelow({ backend, ...props }, () => useCustomerImport({ save, ...options }));
	const model = () => view.result.current;
	return {
		...view,
		model,
		save,
		/** The file of rejected rows, as text. */
		rejectedRows: async () => {
			await act(() => model().downloadRejectedRows());
			return textOf(save.mock.lastCall![0]);
		},
		checked: async (content: string) => {
			await act(() => model().chooseFile(file(content)));
			await act(() => model().check());
			expect(model().step).toBe('checked');
		},
		run: async (until: string) => {
			act(() => model().start());
			await waitFor(() => expect(model().step).toBe(until));
		},
	};
}

/** The email of every customer. */
export async function everyone(backend: CustomerBackend, scope = '') {
	const emails: (string | null)[] = [];
	let after: string | undefined;
	do {
		const page = await backend.list({ limit: 100, ...(after && { after }) }, { scope });
		emails.push(...page.data.map(({ email }) => email));
		after = page.next ?? undefined;
	} while (after);
	return emails;
}
