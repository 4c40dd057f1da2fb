import { defineConfig } from 'vitest/config';
import { rooms } from './rooms.mjs';

const { tests, environment = 'node', patience = 30_000 } = rooms[process.env.MUTATION_ROOM];

/** The tests of one room alone, which run anew for each change that Stryker makes. */
export default defineConfig({
	test: {
		include: tests,
		environment,
		setupFiles: ['test/mutation/setup.mjs', ...(environment === 'jsdom' ? ['test/setup.dom.ts'] : [])],
		testTimeout: patience,
		// The files of one run share what they load, which is most of its time; each change is loaded anew.
		isolate: false,
	},
});
