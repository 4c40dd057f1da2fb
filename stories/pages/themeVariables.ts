/// <reference types="vite/client" />
import styling from '../../docs/styling.md?raw';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

export interface ThemeVariable extends Record<Scheme, string> {
	name: string;
	about: string;
}

const rows = [...styling.matchAll(/^\| `(--pc-[\w-]+)` \| `([^`]*)` \| (?:`([^`]*)`)? ?\| (.*) \|$/gm)];

const variables: readonly ThemeVariable[] = rows.map(([, name = '', light = '', dark, about = '']) => ({
	name,
	light,
	dark: dark ?? light,
	about,
}));

export const isColour = ({ light }: ThemeVariable) => /^(#|rgb)/.test(light);
const isText = ({ name }: ThemeVariable) => /font|text-size|line-height/.test(name);

/** Whether it may have a value for each scheme: colours, and what is made of them. */
export const isSchemed = (variable: ThemeVariable) => isColour(variable) || variable.light !== variable.dark;

/** The kit's CSS variables as docs/styling.md lists them, which is written from the stylesheet. */
export const themeVariables: readonly { group: string; variables: readonly ThemeVariable[] }[] = [
	{ group: 'Colours', variables: variables.filter(isColour) },
	{ group: 'Text', variables: variables.filter((each) => !isColour(each) && isText(each)) },
	{ group: 'Space, shape, motion', variables: variables.filter((each) => !isColour(each) && !isText(each)) },
];
