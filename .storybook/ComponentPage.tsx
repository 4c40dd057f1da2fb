import { Anchor, Canvas, Controls, Description, DocsContext, Heading, Primary, Subheading, Title } from '@storybook/addon-docs/blocks';
import { type CSSProperties, useContext, useEffect, useRef } from 'react';
import { fitFrames } from './fitFrames';

/** What a component is, how it looks, its props, and its other states: each once, and as it is once its story has played. */
export function ComponentPage() {
	return (
		<>
			<Title />
			<Description />
			<Primary />
			<Controls />
			<States />
		</>
	);
}

function States() {
	const [, ...states] = useContext(DocsContext).componentStories();
	const place = useRef<HTMLDivElement>(null);
	useEffect(() => fitFrames(place.current!), []);
	return (
		<div ref={place}>
			{states.length > 0 && <Heading>States</Heading>}
			{states.map(({ id, name, moduleExport, playFunction, parameters, storyGlobals }) => {
				const { height } = parameters.docs?.story ?? {};
				const screen = parameters.viewport?.options?.[storyGlobals.viewport?.value]?.styles;
				// A story plays in a frame alone; without a height of its own it takes as much as it shows.
				const played = playFunction && parameters.docs?.story?.inline !== false;
				return (
					<Anchor key={id} storyId={id}>
						<Subheading>{name}</Subheading>
						<Description of={moduleExport} />
						{screen ? (
							<div className="site-screen" style={{ '--screen-width': screen.width, '--screen-height': screen.height } as CSSProperties}>
								<Canvas of={moduleExport} story={{ inline: false, height: '0' }} />
							</div>
						) : (
							<div data-fits={played && !height ? id : undefined}>
								<Canvas of={moduleExport} story={played ? { inline: false, height: height ?? '0' } : {}} />
							</div>
						)}
					</Anchor>
				);
			})}
		</div>
	);
}
