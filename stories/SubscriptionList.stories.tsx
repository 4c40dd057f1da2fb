import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { memoryBackend } from '../src/backends/memory';
import { CustomerError, type Locale, SubscriptionList } from '../src/index';
import { withFaults } from '../src/testing';
import { sells, sellsTo, shop, subscription, unreachableOnce } from './billingStory';
import { asha } from './formStory';
import { said } from './said';

/** What a customer pays for again and again: to see, to cancel and to resume, as far as the backend offers it. */
const meta = {
	title: 'SubscriptionList',
	component: SubscriptionList,
	args: { customerId: asha.id },
	parameters: { backend: sells },
} satisfies Meta<typeof SubscriptionList>;

export default meta;
type Story = StoryObj<typeof meta>;
type Canvas = ReturnType<typeof within>;

const text = (pick: (billing: Locale['billing']) => string) => said(({ billing }) => pick(billing));
const row = (canvas: Canvas) => canvas.findByRole('listitem');
const button = (pick: (billing: Locale['billing']) => string) => ['button', { name: text(pick) }] as const;

type Stage = Pick<Parameters<NonNullable<Story['play']>>[0], 'canvas' | 'userEvent'>;

/** Opens the question before cancelling. */
async function askToCancel({ canvas, userEvent }: Stage) {
	await userEvent.click(await canvas.findByRole(...button(({ cancelNamed }) => cancelNamed)));
	return within(await canvas.findByRole('alertdialog', { name: text(({ cancelQuestion }) => cancelQuestion) }));
}

/** Opens it, and says yes. */
async function cancel(stage: Stage): Promise<void> {
	const question = await askToCancel(stage);
	await stage.userEvent.click(question.getByRole(...button(({ confirmCancel }) => confirmCancel)));
}

export const One: Story = {
	play: async ({ canvas }) => {
		const one = within(await row(canvas));
		await expect(one.getByText(text(({ status }) => status.active!))).toBeVisible();
		await expect(one.getByText(text(({ renewsOn }) => renewsOn))).toBeVisible();
	},
};

export const Several: Story = {
	tags: ['look'],
	parameters: {
		backend: sellsTo([
			subscription(),
			subscription({ id: 'sub_2', status: 'trialing', trial_end: '2199-02-01T00:00:00Z' }, { interval: 'year', amount: 999_900 }),
			subscription({ id: 'sub_3', status: 'past_due' }, { interval_count: 3 }),
			subscription({ id: 'sub_4', cancel_at_period_end: true }, { currency: 'JPY', amount: 1200 }),
			subscription({ id: 'sub_5', status: 'on_ice', current_period_end: null }, { currency: 'KWD', amount: 12_500 }),
			subscription({ id: 'sub_6', status: 'canceled', current_period_end: '2026-02-01T00:00:00Z' }),
		]),
	},
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(6));
		for (const pick of [
			({ status }: Locale['billing']) => status.trialing!,
			({ trialUntil }: Locale['billing']) => trialUntil,
			({ status }: Locale['billing']) => status.past_due!,
			({ endsOn }: Locale['billing']) => endsOn,
			({ endedOn }: Locale['billing']) => endedOn,
		])
			await expect(canvas.getByText(text(pick))).toBeVisible();
		await expect(canvas.getByText('on_ice')).toBeVisible();
	},
};

export const None: Story = {
	args: { onSubscribe: fn() },
	parameters: { backend: sellsTo([]) },
	play: async ({ canvas, args, userEvent }) => {
		await canvas.findByText(text(({ noSubscriptions }) => noSubscriptions));
		await userEvent.click(canvas.getByRole(...button(({ subscribe }) => subscribe)));
		await expect(args.onSubscribe).toHaveBeenCalledOnce();
	},
};

export const Loading: Story = {
	parameters: {
		backend: () => withFaults(memoryBackend(shop), ({ method }) => (method === 'listSubscriptions' ? { hang: true } : undefined)),
	},
	play: async ({ canvas }) => {
		await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(said(({ common }) => common.loading)));
	},
};

/** The question names what ends and when; the safe answer has the focus. */
export const Cancelling: Story = {
	tags: ['look'],
	play: async ({ canvas, userEvent }) => {
		const question = await askToCancel({ canvas, userEvent });
		await expect(question.getByRole(...button(({ keep }) => keep))).toHaveFocus();
		await expect(question.getByText(text(({ cancelAtEnd }) => cancelAtEnd))).toBeVisible();
		await userEvent.click(question.getByRole('radio', { name: text(({ timingImmediate }) => timingImmediate) }));
		await expect(question.getByText(text(({ cancelNow }) => cancelNow))).toBeVisible();
	},
};

export const Kept: Story = {
	play: async ({ canvas, userEvent }) => {
		await askToCancel({ canvas, userEvent });
		await userEvent.keyboard('{Escape}');
		await waitFor(() => expect(canvas.queryByRole('alertdialog')).toBeNull());
		await expect(canvas.getByRole(...button(({ cancelNamed }) => cancelNamed))).toHaveFocus();
	},
};

export const CancelledAndResumed: Story = {
	play: async ({ canvas, userEvent }) => {
		await cancel({ canvas, userEvent });
		await expect(await canvas.findByText(text(({ endsOn }) => endsOn))).toBeVisible();
		await expect(canvas.getByRole('status')).toHaveTextContent(text(({ cancelled }) => cancelled));
		await userEvent.click(canvas.getByRole(...button(({ resumeNamed }) => resumeNamed)));
		await expect(await canvas.findByText(text(({ renewsOn }) => renewsOn))).toBeVisible();
		await expect(canvas.getByRole('status')).toHaveTextContent(text(({ resumed }) => resumed));
	},
};

export const CancelFailed: Story = {
	parameters: {
		backend: () =>
			withFaults(memoryBackend(shop), ({ method }) =>
				method === 'cancelSubscription' ? { error: new CustomerError('upstream_unavailable', { requestId: 'req_7Qm2XvT4' }) } : undefined,
			),
	},
	play: async ({ canvas, userEvent }) => {
		await cancel({ canvas, userEvent });
		const alert = await canvas.findByRole('alert');
		await expect(alert).toHaveTextContent('req_7Qm2XvT4');
		await expect(canvas.getByRole('alertdialog')).toBeVisible();
	},
};

export const Failed: Story = {
	parameters: {
		backend: () =>
			withFaults(memoryBackend(shop), ({ method }) => (method === 'listSubscriptions' ? { error: 'internal_error' } : undefined)),
	},
	play: async ({ canvas }) => {
		await expect(await canvas.findByText(text(({ failed }) => failed))).toBeVisible();
		await expect(canvas.getByText(said(({ errors }) => errors.internal_error))).toBeVisible();
		await expect(canvas.getByRole('button', { name: said(({ common }) => common.retry) })).toBeVisible();
	},
};

/** Trying again would not help, and is not offered. */
export const Forbidden: Story = {
	parameters: {
		backend: () => withFaults(memoryBackend(shop), ({ method }) => (method === 'listSubscriptions' ? { error: 'forbidden' } : undefined)),
	},
	play: async ({ canvas }) => {
		await expect(await canvas.findByText(said(({ errors }) => errors.forbidden))).toBeVisible();
		await expect(canvas.queryByRole('button', { name: said(({ common }) => common.retry) })).toBeNull();
	},
};

/** The others stay. */
export const OneBadRow: Story = {
	parameters: {
		backend: sellsTo([subscription(), subscription({ id: 'sub_2', items: null as never })]),
	},
	play: async ({ canvas }) => {
		await expect(await canvas.findByText(text(({ brokenRow }) => brokenRow))).toBeVisible();
		await expect(canvas.getByText('Pro')).toBeVisible();
	},
};

/** Who may read subscriptions may not thereby cancel them. */
export const ReadOnly: Story = {
	parameters: { backend: () => memoryBackend({ ...shop, capabilities: { subscriptions: { cancel: [], resume: false } } }) },
	play: async ({ canvas }) => {
		await row(canvas);
		await expect(canvas.queryByRole('button')).toBeNull();
	},
};

/** A backend that lists no subscriptions: nothing is there. */
export const NotOffered: Story = {
	parameters: { backend: () => memoryBackend({ ...shop, capabilities: { subscriptions: false } }) },
	play: async ({ canvasElement }) => {
		await waitFor(() => expect(canvasElement.querySelector('[data-slot="pc-subscriptions"]')).toBeNull());
	},
};

/** Where it cannot be known what is offered, that is said, and can be tried again. */
export const OfferUnreachable: Story = {
	parameters: { backend: unreachableOnce },
	play: async ({ canvas, userEvent }) => {
		const alert = within(await canvas.findByRole('alert'));
		await expect(alert.getByText(said(({ errors }) => errors.unreachable))).toBeVisible();
		await userEvent.click(canvas.getByRole('button', { name: said(({ common }) => common.retry) }));
		await canvas.findByRole('listitem');
		await expect(canvas.queryByRole('alert')).toBeNull();
	},
};

export const Hindi: Story = { ...Several, tags: [], globals: { locale: 'hi' } };
export const Arabic: Story = { ...Several, tags: [], name: 'Arabic (RTL)', globals: { locale: 'ar' } };
export const Dark: Story = { ...Cancelling, tags: [], globals: { theme: 'dark' } };
export const Narrow: Story = { ...Several, tags: [], name: 'Narrow (320 px)', parameters: { ...Several.parameters, narrow: true } };
