import { Children, isValidElement, type ReactNode, useLayoutEffect } from 'react';

interface FoundProps {
	/** The id of the heading that these lead to. @default each is a heading that is shown below */
	of?: string;
	children: ReactNode;
}

/** Headings for the search, and words that people look for a section by; `npm run generate` writes them. Draws nothing. */
export function Found({ of, children }: FoundProps) {
	const ids = idsOf(children).join(' ');
	useLayoutEffect(() => {
		const heading = of && document.getElementById(of);
		if (!heading) return undefined;
		const places = ids.split(' ').map((id) => Object.assign(document.createElement('span'), { id }));
		heading.prepend(...places);
		return () => {
			for (const place of places) place.remove();
		};
	}, [of, ids]);
	return null;
}

const idsOf = (headings: ReactNode) =>
	Children.toArray(headings).flatMap((heading) => (isValidElement<{ id?: string }>(heading) && heading.props.id) || []);
