/// <reference types="vite/client" />
import styling from '../../docs/styling.md?raw';

interface ThemeVariable {
	name: string;
	light: string;
	dark: string;
	about: string;
}

const rows = [...styling.matchAll(/^\| `(--pc-[\w-]+)` \| `([^`]*)` \| (?:`([^`]*)`)? ?\| (.*) \|$/gm)];

const variables: readonly ThemeVariable[] = rows.map(([, name = '', light = '', dark, about = '']) => ({
	name,
	light,
	dark: dark ?? light,
	about,
}));

const isColour = ({ light }: ThemeVariable) => /^(#|rgb)/.test(light);
const isText = ({ name }: ThemeVariable) => /font|text-size|line-height/.test(name);

/** The kit's CSS variables as docs/styling.md lists them, which is written from the stylesheet. */
export const themeVariables: readonly { group: string; variables: readonly ThemeVariable[] }[] = [
	{ group: 'Colours', variables: variables.filter(isColour) },
	{ group: 'Text', variables: variables.filter((each) => !isColour(each) && isText(each)) },
	{ group: 'Space, shape, motion', variables: variables.filter((each) => !isColour(each) && !isText(each)) },
];
