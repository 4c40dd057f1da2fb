import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { CheckoutNotice } from '../src/index';
import { sellsTo } from './billingStory';
import { asha } from './formStory';
import { said } from './said';

/** As the vendor's page leads back: with the outcome in the address, which the notice reads and takes out. */
const comeBack = (outcome: 'done' | 'left') => () => {
	const { href } = location;
	const back = new URL(href);
	back.searchParams.set('pc_checkout', outcome);
	history.replaceState(null, '', back);
	return () => history.replaceState(null, '', href);
};

/** What those read who come back from paying: never that it failed, and never that it is paid before what they have has changed. */
const meta = {
	title: 'CheckoutNotice',
	component: CheckoutNotice,
	args: { customerId: asha.id },
	parameters: { backend: sellsTo([]), docs: { story: { inline: false, height: '140px' } } },
	beforeEach: comeBack('done'),
} satisfies Meta<typeof CheckoutNotice>;

export default meta;
type Story = StoryObj<typeof meta>;

const reads = (text: () => RegExp): Pick<Story, 'play'> => ({
	play: async ({ canvas }) => waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(text())),
});

/** They paid, as far as the vendor says; what they have has not changed yet. */
export const Waiting: Story = reads(() => said(({ billing }) => billing.returnWaiting));

/** What they have has changed; or what `until` asks for is there. */
export const Settled: Story = { args: { until: () => true }, ...reads(() => said(({ billing }) => billing.returnSettled)) };

/** It takes longer than `giveWayMs`, and is watched quietly for ten minutes. */
export const Late: Story = { args: { giveWayMs: 0 }, ...reads(() => said(({ billing }) => billing.returnLate)) };

/** They turned back. */
export const TurnedBack: Story = { beforeEach: comeBack('left'), ...reads(() => said(({ billing }) => billing.returnLeft)) };

/** Once it is closed nothing of it is left. */
export const Closed: Story = {
	...TurnedBack,
	play: async ({ canvas, userEvent }) => {
		await userEvent.click(await canvas.findByRole('button', { name: said(({ common }) => common.close) }));
		await waitFor(() => expect(canvas.queryByRole('button')).toBeNull());
	},
};

export const Hindi: Story = { ...Late, globals: { locale: 'hi' } };
export const Arabic: Story = { ...Late, name: 'Arabic (RTL)', globals: { locale: 'ar' } };
export const Narrow: Story = { ...Late, name: 'Narrow (320 px)', parameters: { narrow: true } };
export const Dark: Story = { ...Settled, globals: { theme: 'dark' } };
