import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, useEffect, useLayoutEffect, useState } from 'react';
import { GLOBALS_UPDATED, RESET_STORY_ARGS, UPDATE_STORY_ARGS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { brand, inTheDark } from './brand';
import { loadColours } from './colouredCode';
import { tellArgs, tellFrames } from './framed';
import { keepRoomForStories } from './roomForStories';

keepRoomForStories();

const updateFramed = tellArgs('onUpdateArgs');
const resetFramed = tellArgs('onResetArgs');

interface Globals {
	theme?: 'light' | 'dark';
	locale?: string;
	faults?: string;
}

/** A page of documentation in the theme that the toolbar says, which is the system's at first. */
export function DocsPage({ children, ...props }: PropsWithChildren<DocsContainerProps>) {
	const [globals, setGlobals] = useState(() => globalsOf(props.context));
	const theme = themeOf(globals);
	useEffect(() => {
		const channel = addons.getChannel();
		// Not what a story sets for itself, which those in frames tell this page, too.
		const listen = ({ userGlobals }: { userGlobals: Globals }) => setGlobals(userGlobals);
		const heard = { [GLOBALS_UPDATED]: listen, [UPDATE_STORY_ARGS]: updateFramed, [RESET_STORY_ARGS]: resetFramed };
		for (const [name, hear] of Object.entries(heard)) channel.on(name, hear);
		return () => {
			for (const [name, hear] of Object.entries(heard)) channel.off(name, hear);
		};
	}, []);
	const { locale = '', faults = '' } = globals;
	useLayoutEffect(() => tellFrames({ theme, locale, faults }), [theme, locale, faults]);
	const [hasColours, setColours] = useState(false);
	useEffect(() => void loadColours().then(() => setColours(true)), []);
	if (!hasColours) return null;
	return (
		<DocsContainer {...props} theme={brand[theme]}>
			<Contents />
			{children}
			<Unwritten />
		</DocsContainer>
	);
}

/** Is there, and hides the page, until its blocks of code are written, which they are after they are drawn. */
function Unwritten() {
	const [isWritten, setWritten] = useState(false);
	useEffect(() => setWritten(true), []);
	return isWritten ? null : <span className="site-unwritten" hidden />;
}

const themeOf = ({ theme }: Globals) => theme ?? (inTheDark() ? 'dark' : 'light');

/** What the toolbar says when the page begins; later changes are told. */
function globalsOf(context: DocsContainerProps['context']): Globals {
	return (context as unknown as { store?: { userGlobals?: { get(): Globals } } }).store?.userGlobals?.get() ?? {};
}

interface Heading {
	id: string;
	text: string;
	rank: string;
}

const headingsOfPage = (): Heading[] =>
	[...document.querySelectorAll<HTMLElement>('.sbdocs-content :is(h2, h3)[id]')]
		.filter((heading) => !heading.closest('.sb-story'))
		.map(({ id, textContent, tagName }) => ({ id, text: textContent ?? '', rank: tagName }));

/** What is on this page, for screens without room for a list beside it. */
function Contents() {
	const [headings, setHeadings] = useState<Heading[]>([]);
	useLayoutEffect(() => setHeadings(headingsOfPage()), []);
	if (headings.length < 3) return null;
	return (
		<details
			className="site-contents sb-unstyled"
			// Stories come after their page.
			onToggle={({ currentTarget }) => currentTarget.open && setHeadings(headingsOfPage())}
		>
			<summary>On this page</summary>
			<ul>
				{headings.map(({ id, text, rank }) => (
					<li key={id} data-rank={rank}>
						{/* Storybook's frame opens links above itself. */}
						<a href={`#${id}`} target="_self">
							{text}
						</a>
					</li>
				))}
			</ul>
		</details>
	);
}
