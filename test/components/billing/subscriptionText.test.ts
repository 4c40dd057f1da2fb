import { describe, expect, it } from 'vitest';
import { nextText, priceText, statusText, statusTone, subscriptionName } from '../../../src/components/billing/subscriptionText';
import type { Locale, Subscription, SubscriptionItem } from '../../../src/index';
import { ar } from '../../../src/locales/ar';
import { en } from '../../../src/locales/en';
import { hi } from '../../../src/locales/hi';
import { plan } from '../../hooks/billing/billedBackend';

const item = (changes: Partial<SubscriptionItem> = {}, price = {}): SubscriptionItem => ({
	...plan.items[0]!,
	...changes,
	price: { amount: 1250, currency: 'USD', interval: 'month', interval_count: 1, ...price },
});
const now = Date.parse('2026-06-01T00:00:00Z');
const plain = (text: string | null) => text?.replace(/[\u200e\u200f\u061c\u2066\u2069]/g, '').replaceAll('\u00a0', ' ');

describe('what it costs', () => {
	it.each<[Locale, SubscriptionItem, string]>([
		[en, item(), '$12.50 per month'],
		[en, item({}, { interval_count: 3 }), '$12.50 every 3 months'],
		[en, item({}, { interval: 'year' }), '$12.50 per year'],
		[en, item({}, { interval: null }), '$12.50 once'],
		[en, item({ quantity: 4 }), '$50.00 per month'],
		[en, item({}, { currency: 'JPY', amount: 1200 }), '¥1,200 per month'],
		[hi, item({}, { currency: 'INR', amount: 99_900, interval_count: 2 }), '₹999.00 हर 2 महीने में'],
		[ar, item({}, { currency: 'KWD', interval_count: 2 }), '1.250 د.ك. كل شهرين'],
		[ar, item({}, { currency: 'KWD', interval_count: 11 }), '1.250 د.ك. كل 11 شهرًا'],
	])('$0.code: %#', (locale, of, text) => {
		expect(plain(priceText(of, locale))).toBe(text);
	});

	it('is not told where the backend does not tell it', () => {
		expect(priceText({ ...item(), price: null }, en)).toBeNull();
	});
});

it('is called by what is paid for, and how many', () => {
	const named = (items: SubscriptionItem[]) => subscriptionName({ ...plan, items }, en);
	expect(named([item({ name: 'Pro' })])).toBe('Pro');
	expect(named([item({ name: 'Seats', quantity: 1200 }), item({ name: 'Storage' })])).toBe('Seats × 1,200 and Storage');
	expect(named([item({ name: null })])).toBe('Subscription');
	expect(named([])).toBe('Subscription');
});

describe('how it stands', () => {
	it.each<[Partial<Subscription>, string, string | null]>([
		[{}, 'Active', 'Renews on January 1, 2027'],
		[{ cancel_at_period_end: true }, 'Active', 'Ends on January 1, 2027'],
		[{ cancel_at_period_end: true, current_period_end: null }, 'Active', 'Will not renew'],
		[{ status: 'trialing', trial_end: '2026-06-15T12:00:00Z' }, 'Trial', 'Trial until June 15, 2026'],
		[{ trial_end: '2026-05-15T12:00:00Z' }, 'Active', 'Renews on January 1, 2027'],
		[{ status: 'canceled', current_period_end: '2026-05-01T12:00:00Z' }, 'Cancelled', 'Ended on May 1, 2026'],
		[{ status: 'canceled' }, 'Cancelled', null],
		[{ status: 'past_due' }, 'Payment overdue', 'Renews on January 1, 2027'],
		[{ status: 'on_ice', current_period_end: null }, 'on_ice', null],
		[{ status: 'paused' }, 'Paused', null],
		[{ status: 'incomplete' }, 'Payment not completed', null],
		[{ status: 'Paused', cancel_at_period_end: true }, 'Paused', 'Ends on January 1, 2027'],
	])('%#', (changes, status, next) => {
		const subscription = { ...plan, ...changes };
		expect(statusText(subscription, en)).toBe(status);
		expect(nextText(subscription, en, now)).toBe(next);
	});
});

it.each([
	['active', 'good'],
	['Trialing', 'good'],
	['past_due', 'bad'],
	['unpaid', 'bad'],
	['incomplete', 'bad'],
	['incomplete_expired', 'quiet'],
	['inactive', 'quiet'],
	['canceled', 'quiet'],
	['on_ice', 'quiet'],
])('%s looks %s', (status, tone) => expect(statusTone({ ...plan, status })).toBe(tone));
