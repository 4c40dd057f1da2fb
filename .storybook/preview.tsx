import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import '../src/styles.css';
import './preview.css';
import { withCustomers } from './withCustomers';

/** The tests run every story once more with STORYBOOK_THEME=dark and STORYBOOK_LOCALE=hi. */
const { STORYBOOK_THEME: theme = 'light', STORYBOOK_LOCALE: locale = 'en' } = import.meta.env as Record<string, string | undefined>;

// A busy machine is no reason for a story to fail.
configure({ asyncUtilTimeout: 8_000 });

export default {
	tags: ['autodocs'],
	decorators: [withCustomers],
	initialGlobals: { theme, locale },
	globalTypes: {
		theme: {
			description: 'Light or dark',
			toolbar: {
				icon: 'mirror',
				items: [
					{ value: 'light', title: 'Light', icon: 'sun' },
					{ value: 'dark', title: 'Dark', icon: 'moon' },
				],
				dynamicTitle: true,
			},
		},
		locale: {
			description: 'Language',
			toolbar: {
				icon: 'globe',
				items: [
					{ value: 'en', title: 'English' },
					{ value: 'hi', title: 'हिन्दी' },
					{ value: 'ar', title: 'العربية' },
				],
				dynamicTitle: true,
			},
		},
	},
	parameters: {
		layout: 'fullscreen',
		a11y: {
			test: 'error',
			options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
			// A story is a piece of a page: landmarks and the level-one heading are the host's.
			config: {
				rules: [
					{ id: 'region', enabled: false },
					{ id: 'page-has-heading-one', enabled: false },
					{ id: 'landmark-one-main', enabled: false },
				],
			},
		},
		controls: { expanded: true },
		backgrounds: { disable: true },
		docs: { toc: true },
		options: {
			storySort: { order: ['Introduction', 'CustomerBrowser', 'CustomerTable', 'CustomerDetail', 'CustomerForm', 'CustomerDialog', '*'] },
		},
	},
} satisfies Preview;
