import { createRoot } from 'react-dom/client';
import { SyntaxHighlighter } from 'storybook/internal/components';
import { ensure, ThemeProvider } from 'storybook/theming';
import { brand } from './brand';

let loading: Promise<unknown> | undefined;

/** Loads what colours code, which Storybook does only once a page has drawn itself without: each block of code would then move what is below it. */
export function loadColours(): Promise<unknown> {
	loading ??= Promise.all([true, false].map((format) => new Promise<void>((resolve) => draw(format, resolve))));
	return loading;
}

/** With and without formatting are two that load by themselves. */
function draw(format: boolean, resolve: () => void): void {
	const told = () => {
		resolve();
		return null;
	};
	createRoot(document.createElement('div')).render(
		<ThemeProvider theme={ensure(brand.light)}>
			<SyntaxHighlighter language="tsx" format={format} renderer={told}>
				code
			</SyntaxHighlighter>
		</ThemeProvider>,
	);
}
