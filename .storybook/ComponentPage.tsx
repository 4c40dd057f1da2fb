import { Anchor, Canvas, Controls, Description, DocsContext, Heading, Primary, Subheading, Title } from '@storybook/addon-docs/blocks';
import { type ContextType, type CSSProperties, useContext, useEffect, useRef } from 'react';
import { fitFrames } from './fitFrames';

/** What a component is, how it looks, its props, and its other states: each once, and as it is once its story has played. */
export function ComponentPage() {
	const [first] = useContext(DocsContext).componentStories();
	const place = useRef<HTMLDivElement>(null);
	useEffect(() => fitFrames(place.current!), []);
	return (
		<div ref={place}>
			<Title />
			<Description />
			{first?.parameters.docs?.playsFirst ? <State story={first} withToolbar /> : <Primary />}
			<Controls />
			<States />
		</div>
	);
}

function States() {
	const [, ...states] = useContext(DocsContext).componentStories();
	return (
		<>
			{states.length > 0 && <Heading>States</Heading>}
			{states.map((story) => (
				<Anchor key={story.id} storyId={story.id}>
					<Subheading>{story.name}</Subheading>
					<Description of={story.moduleExport} />
					<State story={story} />
				</Anchor>
			))}
		</>
	);
}

interface StateProps {
	story: ReturnType<ContextType<typeof DocsContext>['componentStories']>[number];
	withToolbar?: boolean;
}

function State({ story: { id, moduleExport, playFunction, parameters, storyGlobals }, withToolbar = false }: StateProps) {
	const { height } = parameters.docs?.story ?? {};
	const screen = parameters.viewport?.options?.[storyGlobals.viewport?.value]?.styles;
	// A story plays in a frame alone; without a height of its own it takes as much as it shows.
	const played = playFunction && parameters.docs?.story?.inline !== false;
	return screen ? (
		<div className="site-screen" style={{ '--screen-width': screen.width, '--screen-height': screen.height } as CSSProperties}>
			<Canvas of={moduleExport} story={{ inline: false, height: '0' }} />
		</div>
	) : (
		<div data-fits={played && !height ? id : undefined}>
			<Canvas of={moduleExport} withToolbar={withToolbar} story={played ? { inline: false, height: height ?? '0' } : {}} />
		</div>
	);
}
