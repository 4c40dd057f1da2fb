import { Anchor, Canvas, Controls, Description, DocsContext, Heading, Primary, Subheading, Title } from '@storybook/addon-docs/blocks';
import { type CSSProperties, useContext, useEffect, useRef } from 'react';
import { fitFrames } from './fitFrames';
import heights from './frameHeights.json';

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
			{states.map(({ id, name, moduleExport, playFunction, parameters }) => {
				const { height } = parameters.docs?.story ?? {};
				// A story plays in a frame alone; without a height of its own it takes as much as it shows.
				const played = playFunction && parameters.docs?.story?.inline !== false;
				return (
					<Anchor key={id} storyId={id}>
						<Subheading>{name}</Subheading>
						<Description of={moduleExport} />
						<div data-fits={played && !height ? id : undefined} style={heightsOf(id)}>
							<Canvas of={moduleExport} story={played ? { inline: false, height: height ?? '0' } : {}} />
						</div>
					</Anchor>
				);
			})}
		</div>
	);
}

/** How high what it shows will be: on a phone, in a window of 1280 pixels beside the sidebar, and in a wide one. */
function heightsOf(id: string): CSSProperties | undefined {
	const [phone, middle, wide] = (heights as Record<string, number[]>)[id] ?? [];
	return wide ? ({ '--phone': `${phone}px`, '--middle': `${middle}px`, '--wide': `${wide}px` } as CSSProperties) : undefined;
}
