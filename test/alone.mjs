/**
 * Without their endings, the test files that have a process to themselves, by why they need it. All others share theirs
 * (`isolate: false` in vite.config.ts), and test/setup.shared.ts sees to it that none leaves anything there.
 */

/** They start servers and databases, whose memory is given back with the process. */
const servers = ['backends/**/*', 'long/*', 'signup/backfillProcess', 'components/faults.server'];

/** They count or replace what is loaded, or how often it renders until it is: nothing may be loaded already. */
const loading = [
	'**/*NotLoaded',
	'**/notLoaded',
	'renders',
	'components/boundaries',
	'components/hydration',
	'components/CustomerPicker',
	'components/browser/browserRenders',
	'components/form/renders',
	'components/form/PhoneFieldWithoutPlans',
	'components/table/endlessRows',
	'components/table/{tableCosts,tableRenders}',
	'components/table/{useRowInput,useRowInputRetry}',
	'components/ui/lazyPart',
];

/** They stop the clock below React, whose own modules would have another one from before. */
const clocks = [
	'components/table/{LoadingRows,TableSearch}',
	'hooks/billing/{checkout,checkoutRaces,entitlements}',
	'hooks/cache/useUndo',
	'hooks/races',
];

/** They change what the platform has: what it has without https, the Request and Response that Hono's server and MSW put in place. */
const platform = ['insecure/*', 'signup/recipes', 'testing/mswHandlers', 'http/contract', 'http/client/changes', 'http/server/hostile'];

export const alone = [...servers, ...loading, ...clocks, ...platform].map((file) => `test/${file}`);
