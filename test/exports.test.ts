import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import * as client from '../src/client';
import * as index from '../src/index';
import * as server from '../src/server';
import * as testing from '../src/testing';
import * as msw from '../src/testing/msw';

const names = (door: object) => Object.keys(door).sort();

describe('the doors', () => {
	it('proyecta-customers', () =>
		expect(names(index)).toMatchInlineSnapshot(`
			[
			  "AddressFields",
			  "BillingPortalButton",
			  "CheckoutButton",
			  "CheckoutNotice",
			  "CustomerBilling",
			  "CustomerBrowser",
			  "CustomerDetail",
			  "CustomerDialog",
			  "CustomerError",
			  "CustomerExport",
			  "CustomerForm",
			  "CustomerFormField",
			  "CustomerImport",
			  "CustomerPicker",
			  "CustomerTable",
			  "CustomersProvider",
			  "EntitlementGate",
			  "PhoneField",
			  "SubscriptionList",
			  "UndoNotice",
			  "addressFields",
			  "addressRule",
			  "controlledUrlState",
			  "countryCodes",
			  "countryName",
			  "customerQueries",
			  "emailKey",
			  "fieldLabel",
			  "formatAddress",
			  "formatDate",
			  "formatMessage",
			  "formatMoney",
			  "formatNumber",
			  "formatPlural",
			  "formatRelative",
			  "functionBackend",
			  "historyUrlState",
			  "httpBackend",
			  "isCustomerError",
			  "issueMessage",
			  "loadPhones",
			  "loadSubdivisions",
			  "memoryUrlState",
			  "normalizePhoneText",
			  "normalizePostalCode",
			  "parsePhone",
			  "useBillingPortal",
			  "useCancelSubscription",
			  "useCapabilities",
			  "useCheckout",
			  "useCheckoutReturn",
			  "useCreateCustomer",
			  "useCustomer",
			  "useCustomerCount",
			  "useCustomerExport",
			  "useCustomerForm",
			  "useCustomerImport",
			  "useCustomerSelection",
			  "useCustomerTable",
			  "useCustomerViews",
			  "useCustomers",
			  "useEnsureCustomer",
			  "useEntitlement",
			  "useEntitlements",
			  "useInfiniteCustomers",
			  "useLeaveGuard",
			  "useLocale",
			  "usePendingEdits",
			  "usePhoneField",
			  "useResumeSubscription",
			  "useSubdivisions",
			  "useSubscriptions",
			  "useTableLayout",
			  "useUndo",
			  "useUpdateCustomer",
			  "validateCustomerInput",
			  "validateCustomerPatch",
			]
		`));
	it('proyecta-customers/server', () =>
		expect(names(server)).toMatchInlineSnapshot(`
			[
			  "CustomerError",
			  "addressFields",
			  "addressRule",
			  "backfillCustomers",
			  "callHandler",
			  "countryCodes",
			  "createCustomersHandler",
			  "emailKey",
			  "ensureCustomer",
			  "formatAddress",
			  "isCustomerError",
			  "loadPhones",
			  "loadSubdivisions",
			  "memoryIdempotencyStore",
			  "memoryRateLimiter",
			  "normalizePhoneText",
			  "normalizePostalCode",
			  "parsePhone",
			  "validateCustomerInput",
			  "validateCustomerPatch",
			  "withBilling",
			]
		`));
	it('proyecta-customers/client', () =>
		expect(names(client)).toMatchInlineSnapshot(`
		[
		  "CustomerError",
		  "functionBackend",
		  "httpBackend",
		  "isCustomerError",
		]
	`));
	it('proyecta-customers/testing', () =>
		expect(names(testing)).toMatchInlineSnapshot(`
			[
			  "backendContract",
			  "isCustomerError",
			  "sampleCustomers",
			  "withFaults",
			  "withMe",
			]
		`));
	it('proyecta-customers/testing/msw', () => expect(names(msw)).toEqual(['mswHandlers']));
	it('proyecta-customers/backends/*', async () => {
		const backends = readdirSync('src/backends').flatMap((file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? []);
		const doors = backends.map(async (backend) => [backend, names(await import(`../src/backends/${backend}.ts`))] as const);
		expect(Object.fromEntries(await Promise.all(doors))).toMatchInlineSnapshot(`
			{
			  "kit": [
			    "CustomerError",
			    "abortable",
			    "addressFields",
			    "checkClearing",
			    "checkCreate",
			    "checkId",
			    "checkIdempotencyKey",
			    "checkListRequest",
			    "checkUpdate",
			    "clearableFields",
			    "compareText",
			    "copyCustomer",
			    "createChangeListeners",
			    "createCursorSealer",
			    "createIdempotentWrites",
			    "createKeyedQueue",
			    "createSearch",
			    "cursorBinding",
			    "cursorKeyFromSecret",
			    "emailExists",
			    "emailKey",
			    "foldText",
			    "fullAddress",
			    "idTaken",
			    "idempotencyKeyReused",
			    "isCustomerError",
			    "nameSortKey",
			    "notFound",
			    "notSupported",
			    "phoneDigits",
			    "randomCursorKey",
			    "randomId",
			    "requireValid",
			    "snapshot",
			    "sorts",
			    "throwIfAborted",
			    "toInstant",
			    "validateCustomerInput",
			    "validateCustomerPatch",
			    "versionConflict",
			  ],
			  "memory": [
			    "isCustomerError",
			    "memoryBackend",
			  ],
			  "postgres": [
			    "importCustomers",
			    "isCustomerError",
			    "pgListen",
			    "postgresBackend",
			    "postgresIdempotency",
			    "postgresIndexes",
			    "postgresRateLimit",
			    "postgresSchema",
			  ],
			  "proyecta": [
			    "isCustomerError",
			    "proyectaBackend",
			  ],
			  "stripe": [
			    "isCustomerError",
			    "stripeBackend",
			    "stripeWebhook",
			  ],
			}
		`);
		expect(Object.keys(manifest.exports)).toEqual(expect.arrayContaining(backends.map((backend) => `./backends/${backend}`)));
	});

	it('each lead to a source file', () => {
		for (const [door, target] of Object.entries(manifest.exports)) {
			const file = typeof target === 'string' ? target : target.default;
			if (door.includes('*') || door.endsWith('.json') || !file.startsWith('./dist/')) continue;
			const source = file.replace('./dist/', 'src/').replace(/\.js$/, '.ts');
			expect(existsSync(source), `${door} → ${source}`).toBe(true);
		}
	});

	it('offer one file a language', async () => {
		for (const file of readdirSync('src/locales').filter((name) => /^[a-z]{2,3}\.ts$/.test(name))) {
			const code = file.replace('.ts', '');
			const locale = (await import(`../src/locales/${code}.ts`)) as Record<string, { code: string }>;
			expect(locale[code]?.code.split('-')[0]).toBe(code);
		}
	});

	it('refuse the server in a browser bundle, and say what to do', async () => {
		await expect(import('../src/server.browser')).rejects.toThrow(/proyecta-customers\/client|server/);
	});
});
