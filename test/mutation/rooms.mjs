import { readdirSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const files = (folder, ...names) => names.map((name) => `src/${folder}/${name}.ts`);
const domain = (...names) => files('domain', ...names);
const all = (folder) => readdirSync(new URL(`src/${folder}`, root)).map((file) => `src/${folder}/${file}`);

/** What a request passes before it is known whose it is: the handler's quick tests ask for all of it. */
const gates = ['rateLimiter', 'origin', 'returnUrl', 'readJson'];

/** What a path, a query or a body may say. */
const requests = ['route', 'listRequest', 'requireSupported', 'bodyChecks', 'checked'];

/** What becomes of what is thrown. */
const problems = ['problemError', 'askStore', 'call'];

/** Who may do what, and what is done once. */
const access = ['grant', 'fieldAccess', 'withIdempotency', 'ensureRoute'];

/** What is bought, opened and ended. */
const billing = ['billingRoutes'];

/** What is told as it happens, and what is asked without a connection. */
const live = ['changesRoute', 'changeStreams', 'openCount', 'callHandler'];

/** What takes its time. */
const exports = ['exportRoute', 'turns', 'deadline'];

/** What is read and written of customers. */
const routes = ['customerRoutes'];

const elsewhere = [...gates, ...requests, ...problems, ...access, ...billing, ...live, ...exports, ...routes, 'idempotencyStore'];

/** What is mutated together: a room's sources, and the tests that should notice, none of which needs a database or a browser, nor more than its `patience` in milliseconds. */
export const rooms = {
	fold: {
		sources: domain('foldText', 'foldName', 'asciiDigits', 'searchTerms', 'searchedText', 'readSearch', 'compareText', 'nameSortKey'),
		tests: ['test/domain/{foldText,foldName,searchTerms}.test.ts'],
	},
	cursors: {
		sources: [...files('backends', 'kit/cursorSealer', 'kit/gcm', 'memory/keptCursors'), ...domain('stableStringify', 'digest', 'sha256')],
		tests: ['test/backends/kit/{cursor,keptCursors}.test.ts', 'test/domain/{digest,stableStringify}.test.ts'],
	},
	csv: {
		sources: domain('csv', 'parseCsv', 'sniffCsv', 'unprotectCell', 'decodeText'),
		tests: ['test/domain/{csv,sniffCsv,decodeText}.test.ts'],
	},
	importRows: {
		sources: domain('readImportRow', 'importField', 'importColumns', 'headerWords'),
		tests: ['test/domain/{importColumns,importRow}.test.ts'],
	},
	emails: { sources: domain('email', 'isEmail', 'unicodeDomain', 'text'), tests: ['test/domain/{email,unicodeDomain,text}.test.ts'] },
	phones: {
		sources: domain('phone', 'phoneText', 'phoneExtension'),
		tests: ['test/domain/{notLoaded,phone,phonePaste,phoneText}.test.ts'],
	},
	addresses: {
		sources: domain('validateAddress', 'postalCode', 'postalRule', 'addressRule', 'country', 'subdivision', 'findSubdivision'),
		tests: ['test/domain/{country,notLoaded,postalCode,realPostalCodes,addressRule,subdivision,validateCustomer,customerRules}.test.ts'],
	},
	customers: {
		sources: domain('validateCustomer', 'customerRules', 'issue'),
		tests: ['test/domain/{validateCustomer,customerRules}.test.ts'],
	},
	gates: {
		sources: [...files('http/server', ...gates), ...files('contract', 'collectBytes')],
		tests: ['test/http/server/{gates,hostile,logProblem,origin,rateLimiter,readJson,returnUrl}.test.ts'],
	},
	requests: {
		sources: files('http/server', ...requests),
		tests: ['test/http/server/{authorize,billing,bodies,export,gates,hostileRequests}.test.ts'],
	},
	problems: {
		sources: files('http/server', ...problems),
		tests: ['test/http/server/{customers,gates,hostile,logProblem}.test.ts'],
	},
	access: {
		sources: files('http/server', ...access),
		tests: ['test/http/server/{authorize,billing,customers,hostile,me}.test.ts'],
	},
	stores: {
		sources: [...files('http/server', 'idempotencyStore'), 'src/contract/fairMemory.ts'],
		tests: ['test/http/server/{idempotencyStore,rateLimiter}.test.ts'],
	},
	handler: {
		sources: all('http/server').filter((path) => !files('http/server', ...elsewhere).includes(path)),
		tests: ['test/http/server/{changes,deadline,gates,handler,hostile,logProblem,settings}.test.ts'],
		patience: 5_000,
	},
	billing: {
		sources: files('http/server', ...billing),
		tests: ['test/http/server/billing.test.ts'],
	},
	live: {
		sources: files('http/server', ...live),
		tests: ['test/http/server/{callHandler,changes,openCount}.test.ts'],
		patience: 5_000,
	},
	exports: {
		sources: files('http/server', ...exports),
		tests: ['test/http/server/{deadline,export,exportTurns,turns}.test.ts'],
		patience: 5_000,
	},
	routes: {
		sources: files('http/server', ...routes),
		tests: ['test/http/server/{authorize,bodies,customers,writes}.test.ts'],
	},
	cacheKeys: {
		sources: [...files('hooks/cache', 'customerKey', 'idempotencyKeys', 'lists', 'queries', 'scopes'), 'src/hooks/customerQueries.ts'],
		environment: 'jsdom',
		tests: ['test/hooks/cache/*.test.{ts,tsx}', 'test/hooks/table/tableRequests.test.tsx', 'test/hooks/billing/entitlements.test.tsx'],
	},
};
