import { callCases } from './contract/callCases';
import { checkoutCases } from './contract/checkoutCases';
import { type ContractCase, creating } from './contract/contractCase';
import { copyCases } from './contract/copyCases';
import { cursorCases } from './contract/cursorCases';
import { entitlementCases } from './contract/entitlementCases';
import { exportCases } from './contract/exportCases';
import { filterCases } from './contract/filterCases';
import { foldCases } from './contract/foldCases';
import { keepsCases } from './contract/keepsCases';
import { liveCases } from './contract/liveCases';
import { raceCases } from './contract/raceCases';
import { readCases } from './contract/readCases';
import { refusalCases } from './contract/refusalCases';
import { retryCases } from './contract/retryCases';
import { scopeCases } from './contract/scopeCases';
import { searchCases } from './contract/searchCases';
import { subscriptionCases } from './contract/subscriptionCases';
import { textCases } from './contract/textCases';
import { walkCases } from './contract/walkCases';
import { writeCases } from './contract/writeCases';

/**
 * What every backend promises, as data: run each case whose `applies` holds in any test runner, against the backend itself
 * and again through the HTTP client and handler. Cases create customers with fresh emails in fresh scopes, and need neither
 * an empty store nor a new one each time. On a backend that creates none, only those apply that read and are refused.
 * Where something is sold, `make.billing` says how it is paid.
 */
export const backendContract: readonly ContractCase[] = [
	...readCases,
	...refusalCases,
	...exportCases,
	...keepsCases,
	...entitlementCases,
	...checkoutCases,
	...subscriptionCases,
	...creating([
		...walkCases,
		...cursorCases,
		...searchCases,
		...foldCases,
		...filterCases,
		...writeCases,
		...retryCases,
		...raceCases,
		...textCases,
		...callCases,
		...scopeCases,
		...copyCases,
		...liveCases,
	]),
];
