import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `vite build` makes the pages, `vite build --ssr` the server that serves them. */
export default defineConfig(({ isSsrBuild }) => ({
	root: fileURLToPath(new URL('.', import.meta.url)),
	plugins: [react()],
	logLevel: 'warn',
	build: {
		emptyOutDir: true,
		target: isSsrBuild ? 'node20' : 'es2022',
		outDir: isSsrBuild ? 'dist/server' : 'dist/client',
		rolldownOptions: {
			// Advice on slow builds would come between the reader and the address that is printed next.
			checks: { pluginTimings: false },
			...(isSsrBuild && { input: fileURLToPath(new URL('server/server.ts', import.meta.url)) }),
		},
		reportCompressedSize: false,
		chunkSizeWarningLimit: 1000,
	},
}));
