import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** A page's own files by their path, as an app's production build makes them: `/page.js`, its styles at `/page.css`, and what loads later. */
export async function buildPage(entry: string): Promise<Map<string, string>> {
	// Vitest has it "test", which Vite makes a development build of.
	const { NODE_ENV } = process.env;
	process.env.NODE_ENV = 'production';
	const built = await build({
		configFile: false,
		root: fileURLToPath(new URL('.', import.meta.url)),
		logLevel: 'error',
		plugins: [react()],
		build: {
			write: false,
			cssCodeSplit: false,
			rolldownOptions: {
				input: fileURLToPath(new URL(entry, import.meta.url)),
				output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
			},
		},
	}).finally(() => {
		process.env.NODE_ENV = NODE_ENV;
	});
	const parts = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
	return new Map(parts.map((part) => [`/${part.fileName}`, part.type === 'chunk' ? part.code : String(part.source)]));
}
