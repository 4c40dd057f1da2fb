import { composeStories, setProjectAnnotations } from '@storybook/react-vite';
import type { FunctionComponent } from 'react';
import { withCustomers } from '../../.storybook/withCustomers';

type Story = FunctionComponent & { run(context: { canvasElement: HTMLElement }): Promise<void> };

// What is played; what Storybook says of it needs its own build.
setProjectAnnotations({ decorators: [withCustomers], initialGlobals: { theme: 'light', locale: 'en', faults: '' } });

/** Every state of every component: `"CustomerTable Loaded"`. */
export const stories: Record<string, Story> = Object.fromEntries(
	Object.entries(import.meta.glob<object>('../../stories/*.stories.tsx', { eager: true })).flatMap(([path, file]) =>
		Object.entries(composeStories(file as never)).map(([name, story]) => [`${/\w+(?=\.stories)/.exec(path)} ${name}`, story as Story]),
	),
);
