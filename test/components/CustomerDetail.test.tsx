import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { type Customer, CustomerDetail, CustomerError } from '../../src/index';
import { hi } from '../../src/locales/hi';
import { withFaults } from '../../src/testing';
import * as see from '../elements';
import { person } from '../people';
import { renderWith } from './renderWith';

const asha = person(1, {
	name: 'Asha Verma',
	phone: '+919876543210',
	address: { line1: '221 MG Road', line2: null, city: 'Pune', state: 'MH', postal_code: '411005', country: 'IN' },
});

/** What stands under a label, but for what is said while it is copied. */
const valueOf = (label: string) => screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;

const holding = (customer: Customer) => memoryBackend({ customers: [customer] });
const failing = (error: CustomerError) => withFaults(holding(asha), ({ method }) => (method === 'get' ? { error } : undefined));

describe('a customer', () => {
	it('shows who it is, and how to reach it', async () => {
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding(asha) });
		await see.heading('Asha Verma');
		expect(await screen.findByRole('link', { name: '+91 98765 43210' })).toHaveProperty('href', 'tel:+919876543210');
		expect(valueOf('Phone')).toBe('+91 98765 43210India');
		expect(valueOf('ID')).toBe('cus_1');
		expect(screen.getByText('person1@example.com')).toBeTruthy();
		expect(screen.getByText('cus_1')).toBeTruthy();
		const address = await screen.findByText(/Maharashtra/);
		expect([...address.closest('address')!.children].map(({ textContent }) => textContent)).toEqual([
			'221 MG Road',
			'Pune 411005',
			'Maharashtra',
			'India',
		]);
	});

	it('gives its email and its id to copy, and says when that is done', async () => {
		const { user } = renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding(asha) });
		await user.click(await see.findButton('Copy ID'));
		expect(await navigator.clipboard.readText()).toBe('cus_1');
		await waitFor(() => expect(see.announced()).toContain('Copied'));
		await user.click(see.button('Copy email'));
		expect(await navigator.clipboard.readText()).toBe('person1@example.com');
	});

	describe.each([
		['missing, as on plain http', undefined],
		['refused', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
	])('whose clipboard is %s', (_, clipboard) => {
		/** Where the browser's older way works, what it copied. */
		function withoutClipboard(works: boolean) {
			const { user } = renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding(asha) });
			vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(clipboard as unknown as Clipboard);
			const copied: string[] = [];
			document.execCommand = () => {
				const event = new Event('copy', { bubbles: true, cancelable: true });
				Object.assign(event, { clipboardData: { setData: (_type: string, text: string) => copied.push(text) } });
				if (works) document.body.dispatchEvent(event);
				return works;
			};
			return { user, copied };
		}

		afterEach(() => {
			vi.restoreAllMocks();
			document.execCommand = undefined as never;
		});

		it.each(['Copy ID', 'Copy email', 'Copy phone'])('gives it by the older way: %s', async (name) => {
			const { user, copied } = withoutClipboard(true);
			await user.click(await see.findButton(name));
			await waitFor(() => expect(see.announced()).toContain('Copied'));
			expect(copied).toEqual([{ 'Copy ID': 'cus_1', 'Copy email': 'person1@example.com', 'Copy phone': '+919876543210' }[name]]);
			expect(document.getSelection()?.toString()).toBe('');
		});

		it.each(['Copy ID', 'Copy email', 'Copy phone'])('selects it and says so, where that is refused, too: %s', async (name) => {
			const { user } = withoutClipboard(false);
			await screen.findByText('+91 98765 43210');
			const button = see.button(name);
			await user.click(button);
			const hint = await screen.findByText('This page may not copy. The text is selected: copy it yourself.', {
				selector: '[role="status"]',
			});
			expect(hint.dataset.slot).toBe('pc-hint');
			expect(document.getSelection()?.toString()).toBe(
				{ 'Copy ID': 'cus_1', 'Copy email': 'person1@example.com', 'Copy phone': '+91 98765 43210' }[name],
			);
			expect(document.activeElement).toBe(button);
			await user.tab();
			expect(screen.queryByText(/This page may not copy/)).toBeNull();
		});
	});

	it.each([
		['+12025550123', '+1 202 555 0123', 'United States'],
		['+14165550123', '+1 416 555 0123', 'Canada'],
		['+80012345678', '+800 1234 5678', ''],
		['+999123', '+999123', ''],
	])('has %s as its country writes it, and says which that is', async (phone, written, country) => {
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding({ ...asha, phone }) });
		await see.heading('Asha Verma');
		await waitFor(() => expect(valueOf('Phone')).toBe(written + country));
	});

	it('lets an email break after its signs, and a name where names do', async () => {
		const breaks = (heading: HTMLElement) => heading.innerHTML.replace(/<(?!wbr)[^>]*>/g, '').split('<wbr>');
		const email = 'maximiliana.oberhauser@mail.example.com';
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding({ ...asha, email, name: null }) });
		expect(breaks(await see.heading(email))).toEqual(['maximiliana.', 'oberhauser@', 'mail.', 'example.', 'com']);
		cleanup();
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding({ ...asha, email, name: 'J. R. Verma' }) });
		expect(breaks(await see.heading('J. R. Verma'))).toHaveLength(1);
		expect(breaks(screen.getByText((_, element) => element?.tagName === 'BDI' && element.textContent === email))).toHaveLength(5);
	});

	it('goes by its email when it has no name, once, and says what it lacks', async () => {
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding(person(1, { name: null })) });
		await see.heading('person1@example.com');
		expect(screen.getAllByText('person1@example.com')).toHaveLength(1);
		expect(see.button('Copy email')).toBeTruthy();
		expect(valueOf('Phone')).toBe('None');
		expect(valueOf('Address')).toBe('No address');
	});

	it('can be given what it lacks, where it can be edited', async () => {
		const onEdit = vi.fn();
		const { user } = renderWith(<CustomerDetail customerId="cus_1" onEdit={onEdit} />, { backend: holding(person(1)) });
		await user.click(await see.findButton('Add phone'));
		await user.click(see.button('Add address'));
		await user.click(see.button('Edit'));
		expect(onEdit.mock.calls).toEqual([['phone'], ['address'], []]);
	});

	it('has an address to copy as an envelope has it', async () => {
		const { user } = renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding(asha) });
		await screen.findByText('Maharashtra');
		await user.click(see.button('Copy address'));
		expect(await navigator.clipboard.readText()).toBe('221 MG Road\nPune 411005\nMaharashtra\nIndia');
	});

	it('shows nothing that its backend keeps of nobody, but whatever there is all the same', async () => {
		const backend = memoryBackend({ customers: [person(1)], capabilities: { keeps: ['name'] } });
		renderWith(<CustomerDetail customerId="cus_1" onEdit={() => {}} />, { backend });
		await see.findButton('Edit');
		expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Created', 'ID']);

		const odd = { ...holding(asha), capabilities: async () => ({ ...(await backend.capabilities()), keeps: [] }) };
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: odd });
		await see.heading('Asha Verma');
		expect(valueOf('Phone')).toContain('+91');
	});

	it('shows an address that breaks today’s rules as it is', async () => {
		const address = { line1: 'Rua das Flores', line2: null, city: 'Lisboa', state: 'Estremadura', postal_code: 'none', country: 'PT' };
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding({ ...asha, address }) });
		const text = (await screen.findByText(/Rua das Flores/)).closest('address')!.textContent;
		for (const part of ['Lisboa', 'Estremadura', 'none', 'Portugal']) expect(text).toContain(part);
	});

	it.each([
		['3 days ago', -3 * 86_400_000],
		['now', 0],
		['now, whose clock is a little behind', 5_000],
		['', 2 * 86_400_000],
		['', 400 * 86_400_000],
	])('says that it came "%s", never that it will', async (said, ahead) => {
		const now = Date.now();
		vi.spyOn(Date, 'now').mockReturnValue(now);
		const created = new Date(now + ahead).toISOString();
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding({ ...asha, created }) });
		await see.heading('Asha Verma');
		const time = document.querySelector('time');
		const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(created));
		const distance = said.split(',')[0];
		expect(time?.textContent?.trim()).toBe(distance ? `${day} ${distance}` : day);
		vi.restoreAllMocks();
	});

	it('is not found where there is no id, instead of loading for ever', async () => {
		renderWith(<CustomerDetail customerId="" />);
		await screen.findByText('Customer not found');
	});

	it('can be edited where the host and the backend say so', async () => {
		const onEdit = vi.fn();
		const { user } = renderWith(<CustomerDetail customerId="cus_1" onEdit={onEdit} />, { backend: holding(asha) });
		await user.click(await see.findButton('Edit'));
		expect(onEdit).toHaveBeenCalledOnce();
	});

	it('cannot be edited where the backend cannot', async () => {
		const backend = memoryBackend({ customers: [asha], capabilities: { write: { update: false } } });
		renderWith(<CustomerDetail customerId="cus_1" onEdit={() => {}} />, { backend });
		await see.heading('Asha Verma');
		expect(see.noButton('Edit')).toBeNull();
	});

	it('speaks Hindi', async () => {
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: holding(asha), locale: hi });
		expect((await screen.findByText(/221 MG Road/)).closest('address')!.textContent).toContain('भारत');
	});
});

describe('while it loads', () => {
	const hanging = (method: string) => withFaults(holding(asha), (call) => (call.method === method ? { hang: true } : undefined));

	it('has the labels of what comes', async () => {
		renderWith(<CustomerDetail customerId="cus_1" onEdit={() => {}} />, { backend: hanging('get') });
		expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Phone', 'Created', 'ID', 'Address']);
		expect(see.noButton('Edit')).toBeNull();
		expect(screen.getByText('Edit')).toBeTruthy();
	});

	it('shows who it is while it is not known yet what can be done', async () => {
		renderWith(<CustomerDetail customerId="cus_1" onEdit={() => {}} billing />, { backend: hanging('capabilities') });
		await see.heading('Asha Verma');
		expect(see.noButton('Edit')).toBeNull();
		expect(screen.getByText('Edit')).toBeTruthy();
		expect(document.querySelector('[data-slot="pc-billing"]')).toBeTruthy();
	});

	it('has no place for a billing that the backend does not offer', async () => {
		renderWith(<CustomerDetail customerId="cus_1" onEdit={() => {}} billing />, { backend: holding(asha) });
		await see.findButton('Edit');
		expect(document.querySelector('[data-slot="pc-detail-more"]')).toBeNull();
	});
});

describe('what can go wrong', () => {
	it('says that there is no such customer', async () => {
		renderWith(<CustomerDetail customerId="cus_9" />, { backend: holding(asha) });
		expect((await screen.findByRole('alert')).textContent).toContain('Customer not found');
	});

	it('says that one may not see it', async () => {
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: failing(new CustomerError('forbidden')) });
		expect((await screen.findByRole('alert')).textContent).toBe('You are not allowed to see this customer.');
	});

	it('offers to try again, with the request id for support', async () => {
		renderWith(<CustomerDetail customerId="cus_1" />, { backend: failing(new CustomerError('internal_error', { requestId: 'req_7' })) });
		expect((await screen.findByRole('alert')).textContent).toContain('req_7');
		expect(see.button('Try again')).toBeTruthy();
	});
});
