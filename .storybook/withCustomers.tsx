import type { Decorator } from '@storybook/react-vite';
import { onlineManager, QueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { memoryBackend } from '../src/backends/memory';
import { type CustomerBackend, CustomersProvider, type Locale } from '../src/index';
import { en } from '../src/locales/en';
import { sampleCustomers } from '../src/testing';
import { told } from '../stories/locales';
import { breakBackend } from './breakBackend';
import { type Fault, readFaults } from './faults';

/** What a story may ask of the world around it. */
interface StoryWorld {
	/** Made anew for each story. @default 240 sample customers */
	backend?: () => CustomerBackend;
	/** Where a story with a `path` arg starts. */
	path?: string;
	/** The browser believes to be offline. @default false */
	offline?: boolean;
	/** What the browser remembers when the story starts, by key. @default nothing */
	preferences?: Record<string, unknown>;
	/** As wide as a small phone: 320 px. @default false */
	narrow?: boolean;
}

/** The args that a component, or a story that keeps them, looks at when it begins, and not again. */
const begunWith = ['value', 'defaultValue', 'defaultValues', 'open', 'focus', 'initialState'];

/** Gives a story a provider, a cache and a database in memory of its own; theme and language come from the toolbars. */
export const withCustomers: Decorator = (Story, { globals, parameters, args, viewMode }) => {
	const world = parameters as StoryWorld;
	const [path, navigate] = useState(world.path);
	return (
		<World
			// Begins anew with other faults, so that one sees what they do from the start.
			key={globals.faults}
			world={world}
			faults={readFaults(globals.faults)}
			isAlone={viewMode === 'story'}
			theme={globals.theme}
			locale={told[globals.locale] ?? en}
			navigate={navigate}
		>
			<Story
				// What is only begun with is begun with anew where a control changes it.
				key={JSON.stringify(begunWith.map((name) => args[name]))}
				args={world.path === undefined ? args : { ...args, path }}
			/>
		</World>
	);
};

interface WorldProps {
	world: StoryWorld;
	faults: ReadonlySet<Fault>;
	/** Whether the page is the story's, and not one of documentation. */
	isAlone: boolean;
	theme: string;
	locale: Locale;
	navigate: (href: string) => void;
	children: ReactNode;
}

function World({ world, faults, isAlone, theme, locale, navigate, children }: WorldProps) {
	const [backend] = useState(() => breakBackend((world.backend ?? sampleBackend)(), faults));
	const [queryClient] = useState(() => {
		onlineManager.setOnline(!world.offline && !faults.has('offline'));
		return new QueryClient();
	});
	const [preferences] = useState(() => {
		const kept = new Map(Object.entries(world.preferences ?? {}));
		return { get: (key: string) => kept.get(key), set: (key: string, value: unknown) => void kept.set(key, value) };
	});
	useEffect(() => () => onlineManager.setOnline(true), []);
	useLayoutEffect(() => {
		if (!isAlone) return;
		Object.assign(document.documentElement, { lang: locale.code, dir: locale.dir });
		document.documentElement.dataset.theme = theme;
	}, [isAlone, theme, locale]);
	return (
		<CustomersProvider
			backend={backend}
			scope="story"
			locale={locale}
			queryClient={queryClient}
			navigate={navigate}
			preferences={preferences}
		>
			<div
				className="story"
				data-story-width={world.narrow ? 'narrow' : undefined}
				{...(isAlone ? {} : { lang: locale.code, dir: locale.dir, 'data-theme': theme })}
			>
				{children}
			</div>
		</CustomersProvider>
	);
}

function sampleBackend(): CustomerBackend {
	return memoryBackend({ customers: sampleCustomers(240), latencyMs: 100 });
}
