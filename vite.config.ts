import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { alone } from './test/alone.mjs';
import { findBrowser } from './test/browser.mjs';
import { LongFirst } from './test/longFirst.mjs';

const outside = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });

/** What the files of a folder are named after. */
const namesIn = (folder: string, pattern: RegExp) =>
	readdirSync(new URL(folder, import.meta.url)).flatMap((file) => file.match(pattern)?.[1] ?? []);

/** One file a language. */
const languages = namesIn('src/locales', /^([a-z]{2,3})\.ts$/);

/** The doors of the package: one entry each, see `exports` in package.json. */
const doors = [
	...['index', 'server', 'server.browser', 'client', 'testing', 'testing/msw'],
	...namesIn('src/backends', /^(\w+)\.ts$/).map((backend) => `backends/${backend}`),
	...languages.map((language) => `locales/${language}`),
];

/** The stylesheet whole, and the sheets that it is made of. */
const sheets = ['styles', ...namesIn('src/styles', /^(\w+)\.css$/).map((sheet) => `styles/${sheet}`)];

/** Comments speak to whoever changes the stylesheet; hosts have docs/styling.md. */
const withoutCssComments: Plugin = {
	name: 'without-css-comments',
	generateBundle(_options, bundle) {
		for (const part of Object.values(bundle)) {
			if (part.type === 'asset' && part.fileName.endsWith('.css')) part.source = String(part.source).replace(/\/\*[\s\S]*?\*\/\n?/g, '');
		}
	},
};

/** `vite build --mode package`: ES modules that keep their `'use client'` lines, one file a source. */
const library: ViteUserConfig = {
	build: {
		lib: {
			entry: Object.fromEntries([...sheets.map((sheet) => [sheet, `src/${sheet}.css`]), ...doors.map((door) => [door, `src/${door}.ts`])]),
			formats: ['es'],
		},
		cssCodeSplit: true,
		cssMinify: false,
		target: 'es2022',
		minify: false,
		sourcemap: true,
		rolldownOptions: {
			external: (id) => outside.some((name) => id === name || id.startsWith(`${name}/`)),
			output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
		},
	},
};

/** A real browser, one for each project that wants one. */
const inChromium = () => ({
	enabled: true,
	headless: true,
	screenshotFailures: false,
	// Without motion axe never meets a colour halfway through a transition.
	provider: playwright({ launchOptions: { executablePath: findBrowser() }, contextOptions: { reducedMotion: 'reduce' } }),
	instances: [{ browser: 'chromium' as const }],
});

/**
 * Whether every state is to be played in a language on a phone, to look at it in each width and theme (.storybook/lookAround.ts):
 * `--project looks-hi`, `--project "looks-*"`. Storybook takes seconds to get ready for each, so others are not even offered.
 */
function isLookedAt(language: string): boolean {
	return process.argv.some((word) => word.endsWith(`looks-${language}`) || word.endsWith('looks-*'));
}

/** Every story, played and looked at by axe; once more where a busy machine missed a frame. */
function storybook(name: string, groupOrder: number, env: Record<string, string>, exclude: string[] = []): TestProjectInlineConfiguration {
	return {
		extends: true,
		plugins: [storybookTest({ configDir: '.storybook', tags: { exclude } })],
		optimizeDeps: { include: ['@storybook/addon-a11y/preview', 'storybook/internal/components', 'storybook/theming'] },
		test: { name, env, sequence: { groupOrder }, maxWorkers: availableParallelism(), browser: inChromium(), retry: 1, testTimeout: 60_000 },
	};
}

/** A language to look at stories in; of two only the room that their words take, see .storybook/lookAround.ts. */
function looks(locale: string, at: number): TestProjectInlineConfiguration {
	const what = locale === 'ja' || locale === 'pseudo' ? 'layout' : 'all';
	const project = storybook(`looks-${locale}`, 4 + at, { STORYBOOK_LOCALE: locale, STORYBOOK_LOOKS: what }, ['behaviour', 'look']);
	return { ...project, test: { ...project.test, setupFiles: ['.storybook/lookFonts.css'] } };
}

type ProjectConfig = NonNullable<TestProjectInlineConfiguration['test']>;

/** Folders whose tests have projects of their own. */
const otherProjects = ['browser', 'clients', 'demo', 'frameworks', 'hosts', 'package', 'site'].map((folder) => `test/${folder}/**`);

/** Two projects: of test files that share a process, which loads things once, and of those that have one to themselves (test/alone.mjs). */
function sharedAndAlone(name: string, ending: string, test: ProjectConfig, setupFiles: string[] = []): TestProjectInlineConfiguration[] {
	const apart = alone.map((file) => file + ending);
	const shared = { include: [`test/**/*${ending}`], exclude: [...otherProjects, ...apart], isolate: false };
	return [
		{ extends: true, test: { ...test, ...shared, name, setupFiles: [...setupFiles, 'test/setup.shared.ts'] } },
		{ extends: true, test: { ...test, name: `${name}-alone`, include: apart, exclude: otherProjects, setupFiles } },
	];
}

/** `vitest`: what needs a browser runs after what does not, for the sake of small machines. */
const tests: ViteUserConfig = {
	test: {
		// By itself Vitest leaves one core free. Tests wait for databases, servers and timers: one more than there are finds work meanwhile.
		maxWorkers: availableParallelism() + 1,
		sequence: { sequencer: LongFirst },
		// As in test/setup.dom.ts: a busy machine is no reason to fail.
		expect: { poll: { timeout: 10_000 } },
		projects: [
			...sharedAndAlone('unit', '.test.ts', { environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 }),
			...sharedAndAlone('dom', '.test.tsx', { environment: 'jsdom', testTimeout: 30_000 }, ['test/setup.dom.ts']),
			{
				extends: true,
				test: {
					name: 'demo',
					environment: 'node',
					include: ['test/demo/**/*.test.ts'],
					globalSetup: 'test/demo/buildDemo.ts',
					testTimeout: 120_000,
					hookTimeout: 180_000,
					sequence: { groupOrder: 1 },
				},
			},
			{
				extends: true,
				test: {
					name: 'hosts',
					environment: 'node',
					include: ['test/hosts/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
					sequence: { groupOrder: 1 },
				},
			},
			{
				extends: true,
				test: { name: 'clients', environment: 'node', include: ['test/clients/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 300_000 },
			},
			{
				extends: true,
				test: { name: 'package', environment: 'node', include: ['test/package/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
			},
			{
				extends: true,
				test: { name: 'site', environment: 'node', include: ['test/site/*.test.ts'], testTimeout: 60_000, hookTimeout: 180_000 },
			},
			{
				extends: true,
				test: {
					name: 'frameworks',
					environment: 'node',
					include: ['test/frameworks/*.test.ts'],
					testTimeout: 600_000,
					hookTimeout: 600_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['test/browser/**/*.test.tsx'],
					setupFiles: ['test/setup.dom.ts'],
					testTimeout: 60_000,
					retry: 1,
					sequence: { groupOrder: 3 },
					maxWorkers: availableParallelism(),
					browser: inChromium(),
				},
			},
			storybook('storybook', 2, {}),
			...[...languages, 'pseudo'].filter(isLookedAt).map(looks),
		],
	},
};

export default defineConfig(({ mode }) => ({
	...(mode === 'package' ? library : process.env.VITEST ? tests : {}),
	plugins: [react(), mode === 'package' && withoutCssComments],
	define: { __KIT_VERSION__: JSON.stringify(manifest.version) },
}));
