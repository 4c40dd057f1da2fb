import type { StorybookConfig } from '@storybook/react-vite';

export default {
	stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
	addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
	framework: '@storybook/react-vite',
	core: { disableTelemetry: true, disableWhatsNewNotifications: true },
	typescript: { reactDocgen: 'react-docgen' },
} satisfies StorybookConfig;
