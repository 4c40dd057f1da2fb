declare module 'virtual:arg-types' {
	/** What the sources say of each component and its props, as Storybook wants it. */
	export const told: Readonly<Record<string, { description: string; argTypes: import('storybook/internal/types').StrictArgTypes }>>;
}

declare module 'virtual:story-code' {
	/** What a host writes to have what a story shows, by the story's id. */
	export const told: Readonly<Record<string, string>>;
}
