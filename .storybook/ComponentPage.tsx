import { Controls, Description, Primary, Stories, Title } from '@storybook/addon-docs/blocks';

/** What a component is, how it looks, its props, and its other states: each state once. */
export function ComponentPage() {
	return (
		<>
			<Title />
			<Description />
			<Primary />
			<Controls />
			<Stories includePrimary={false} title="States" />
		</>
	);
}
