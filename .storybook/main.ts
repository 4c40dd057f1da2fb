import type { StorybookConfig } from '@storybook/react-vite';
import { mergeConfig } from 'vite';
import { componentsTitle, siteModules } from '../generate/siteModules.mjs';

export default {
	stories: [
		{ directory: '../stories', files: '**/*.mdx' },
		{ directory: '../stories', files: '*.stories.tsx', titlePrefix: componentsTitle },
	],
	addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
	framework: '@storybook/react-vite',
	// The search knows the headings of the guide: who looks for "stripe" does not know that the page is called Backends.
	features: { experimentalSearchDocsHeadings: true },
	core: { disableTelemetry: true, disableWhatsNewNotifications: true },
	// The kit's own documentation says more of its props than docgen finds.
	typescript: { reactDocgen: false },
	// What only tests a behaviour stands in nobody's way.
	tags: { behaviour: { defaultFilterSelection: 'exclude' } },
	viteFinal: (config) => mergeConfig(config, { plugins: [siteModules()], build: { chunkSizeWarningLimit: 2_000 } }),
} satisfies StorybookConfig;
