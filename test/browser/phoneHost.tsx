import { render } from '@testing-library/react';
import { useState } from 'react';
import { expect, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, type Locale, PhoneField, type PhoneFieldProps } from '../../src/index';
import '../../src/styles.css';

/** A phone field in a real page; what it answers is in `onChange`. */
export function mountPhone(props: Partial<PhoneFieldProps> = {}, locale?: Locale) {
	const onChange = vi.fn<(value: string) => void>();
	const backend = memoryBackend();
	function Host() {
		const [value, setValue] = useState(props.value ?? '');
		return (
			<CustomersProvider backend={backend} {...(locale ? { locale } : {})}>
				<div data-pc-root="" dir={locale?.dir} style={{ inlineSize: 360, padding: 20 }}>
					<PhoneField
						{...props}
						value={value}
						onChange={(next) => {
							onChange(next);
							setValue(next);
						}}
					/>
				</div>
			</CustomersProvider>
		);
	}
	const { container } = render(<Host />);
	const input = container.querySelector<HTMLInputElement>('input[type="tel"]')!;
	return { container, input, onChange };
}

/** Clicks into the input and waits until the numbering plans are there. */
export async function enter(input: HTMLInputElement) {
	await userEvent.click(input);
	await expect.poll(() => input.closest<HTMLElement>('[data-slot="pc-phone"]')?.dataset.status, { timeout: 20_000 }).toBe('ready');
}

/** The text with `|` for the caret. */
export function shown(input: HTMLInputElement): string {
	const caret = input.selectionStart ?? 0;
	return `${input.value.slice(0, caret)}|${input.value.slice(caret)}`;
}

export const digitsOf = (text: string) => text.replace(/\D/g, '');
