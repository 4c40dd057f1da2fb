import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { PhoneField } from '../../../src/components/PhoneField';
import { loadPhones } from '../../../src/domain/phone';
import { CustomersProvider } from '../../../src/hooks/CustomersProvider';

vi.mock(import('../../../src/domain/phone'), async (original) => {
	const phone = await original();
	return { ...phone, loadPhones: vi.fn(phone.loadPhones) };
});

it('takes typing and says that the server will check when the numbering plans do not load; tries again on the next focus', async () => {
	vi.mocked(loadPhones).mockRejectedValueOnce(new Error('chunk'));
	const user = userEvent.setup();
	const onChange = vi.fn<(value: string) => void>();
	function Host() {
		const [value, setValue] = useState('');
		return (
			<CustomersProvider backend={memoryBackend()}>
				<PhoneField
					value={value}
					defaultCountry="IN"
					onChange={(next) => {
						onChange(next);
						setValue(next);
					}}
				/>
			</CustomersProvider>
		);
	}
	render(<Host />);
	const input = screen.getByRole<HTMLInputElement>('textbox');
	await user.type(input, '98765 43210');
	expect(await screen.findByText(/will be checked when you save/)).toBeInstanceOf(HTMLElement);
	expect(onChange).toHaveBeenLastCalledWith('98765 43210');
	await user.tab();
	await user.click(input);
	expect(await screen.findByText('Saved as +919876543210')).toBeInstanceOf(HTMLElement);
	expect(onChange).toHaveBeenLastCalledWith('+919876543210');
});
