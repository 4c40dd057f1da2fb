import { create } from 'storybook/theming/create';

const dark = '(prefers-color-scheme: dark)';

/** Whether the system is dark. */
export const inTheDark = () => matchMedia(dark).matches;

/** Calls whenever the system turns light or dark. */
export const onSystemTheme = (listen: () => void) => matchMedia(dark).addEventListener('change', listen);

const fonts = {
	fontBase: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
	fontCode: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
};

/** The colours of styles/base/tokens.css, for what Storybook draws around the kit. */
export const brand: Record<'light' | 'dark', ReturnType<typeof create>> = {
	light: create({
		base: 'light',
		...fonts,
		brandTitle: name('#1a1c21', '#3f5bd9', '#ffffff'),
		brandUrl: './',
		brandTarget: '_self',
		colorPrimary: '#3f5bd9',
		colorSecondary: '#3f5bd9',
		appBg: '#f6f7f9',
		appContentBg: '#ffffff',
		appPreviewBg: '#ffffff',
		appBorderColor: '#e6e8ec',
		appBorderRadius: 10,
		textColor: '#1a1c21',
		textMutedColor: '#5b616e',
		barBg: '#ffffff',
		barTextColor: '#5b616e',
		barSelectedColor: '#3f5bd9',
		barHoverColor: '#3f5bd9',
		inputBg: '#ffffff',
		inputBorder: '#8b919e',
		inputTextColor: '#1a1c21',
		inputBorderRadius: 6,
	}),
	dark: create({
		base: 'dark',
		...fonts,
		brandTitle: name('#e9eaee', '#93a7ff', '#131418'),
		brandUrl: './',
		brandTarget: '_self',
		colorPrimary: '#93a7ff',
		colorSecondary: '#7088f2',
		appBg: '#191b20',
		appContentBg: '#131418',
		appPreviewBg: '#131418',
		appBorderColor: '#272a31',
		appBorderRadius: 10,
		textColor: '#e9eaee',
		textMutedColor: '#a3a8b4',
		barBg: '#131418',
		barTextColor: '#a3a8b4',
		barSelectedColor: '#93a7ff',
		barHoverColor: '#93a7ff',
		inputBg: '#1b1d22',
		inputBorder: '#6d7380',
		inputTextColor: '#e9eaee',
		inputBorderRadius: 6,
	}),
};

/** The mark and the name: two people, and what they are kept in. */
function name(text: string, accent: string, contrast: string): string {
	const mark = `<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="6" fill="${accent}"/><circle cx="9.5" cy="9" r="3" fill="${contrast}"/><path d="M4 19a5.5 5.5 0 0 1 11 0z" fill="${contrast}"/><circle cx="16.5" cy="10" r="2.2" fill="${contrast}" opacity=".75"/><path d="M16 19a7 7 0 0 0-1.4-4.2A4.2 4.2 0 0 1 20.5 19z" fill="${contrast}" opacity=".75"/></svg>`;
	return `<span style="display:flex;align-items:center;gap:10px;color:${text};font-weight:600">${mark}proyecta-customers</span>`;
}
