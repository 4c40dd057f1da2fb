import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import '../src/styles.css';
import { told } from '../stories/locales';
import { inTheDark } from './brand';
import { ComponentPage } from './ComponentPage';
import { withDefaults, withoutControls } from './controls';
import { DocsPage } from './DocsPage';
import { framedGlobals, playInTurn } from './framed';
import { lookAround } from './lookAround';
import './preview.css';
import { stayStill } from './stayStill';
import { argTypesOf, descriptionOf } from './toldOfComponents';
import { withCustomers } from './withCustomers';

/** How the tests see the stories: see vite.config.ts. */
const { STORYBOOK_LOCALE: locale = 'en', STORYBOOK_LOOKS: looks } = import.meta.env as Record<string, string | undefined>;

// A busy machine is no reason for a story to fail.
configure({ asyncUtilTimeout: 8_000 });
stayStill();

export default {
	tags: ['autodocs'],
	decorators: [withCustomers],
	argTypesEnhancers: [withoutControls],
	argsEnhancers: [withDefaults],
	...playInTurn(),
	...(looks ? { afterEach: (context) => lookAround(context, looks) } : {}),
	initialGlobals: {
		theme: inTheDark() ? 'dark' : 'light',
		locale,
		faults: '',
		...framedGlobals(),
		...(looks ? { viewport: { value: 'phone' } } : {}),
	},
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
				items: Object.entries(told).map(([value, { code }]) => ({
					value,
					title: value === 'pseudo' ? 'Pseudo' : new Intl.DisplayNames(code, { type: 'language' }).of(code)!,
				})),
				dynamicTitle: true,
			},
		},
	},
	parameters: {
		layout: 'fullscreen',
		viewport: {
			options: {
				phone: { name: 'Phone (320 px)', type: 'mobile', styles: { width: '320px', height: '720px' } },
				low: { name: 'Low (640 by 360 px)', type: 'mobile', styles: { width: '640px', height: '360px' } },
				tablet: { name: 'Tablet (768 px)', type: 'tablet', styles: { width: '768px', height: '900px' } },
				desk: { name: 'Desk (1600 px)', type: 'desktop', styles: { width: '1600px', height: '900px' } },
			},
		},
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
		docs: {
			toc: { headingSelector: 'h2, h3' },
			container: DocsPage,
			page: ComponentPage,
			extractArgTypes: argTypesOf,
			extractComponentDescription: descriptionOf,
			source: {
				type: 'code',
				language: 'tsx',
				transform: async (_written: string, { id }: { id: string }) => (await import('virtual:story-code')).told[id],
			},
		},
		options: {
			storySort: {
				order: [
					'Introduction',
					'Guide',
					[
						'Quick start',
						'Three ways',
						'Headless hooks',
						'Recipes',
						'Theming',
						'Keyboard and accessibility',
						'Errors',
						'Localisation',
						'Server',
						'Backends',
						'Billing',
						'Sign-up',
						'Live changes',
						'Scale',
						'Testing',
						'Props',
						'Changelog',
					],
					'Components',
					['CustomerBrowser', 'CustomerTable', 'CustomerDetail', 'CustomerForm', 'CustomerDialog', '*', 'Hooks'],
				],
			},
		},
	},
} satisfies Preview;
