export { abortable, throwIfAborted } from '../contract/abort';
export type {
	CallOptions,
	Capabilities,
	CreateResult,
	CustomerBackend,
	CustomerChange,
	CustomerPage,
	CustomerSort,
	ExportOptions,
	ListCustomersRequest,
	WriteOptions,
} from '../contract/backend';
export type { CancelTiming, CheckoutInput, CheckoutResult, Entitlement, Subscription, SubscriptionItem } from '../contract/billing';
export type { ClearableField } from '../contract/clearableFields';
export { clearableFields } from '../contract/clearableFields';
export type { EnsureResult } from '../contract/ensureUser';
export type { CustomerErrorCode, CustomerErrorOptions } from '../contract/errors';
export { CustomerError, isCustomerError } from '../contract/errors';
export { checkIdempotencyKey } from '../contract/idempotencyKey';
export type { RunInQueue } from '../contract/keyedQueue';
export { createKeyedQueue } from '../contract/keyedQueue';
export { sorts } from '../contract/sorts';
export { compareText } from '../domain/compareText';
export type { Address, Customer, CustomerInput, CustomerPatch } from '../domain/customer';
export { addressFields } from '../domain/customer';
export type { CustomerRules } from '../domain/customerRules';
export { emailKey } from '../domain/email';
export { foldText } from '../domain/foldText';
export type { Issue, IssueCode, Result } from '../domain/issue';
export { nameSortKey } from '../domain/nameSortKey';
export { phoneDigits } from '../domain/phonePatterns';
export { toInstant } from '../domain/toInstant';
export { validateCustomerInput, validateCustomerPatch } from '../domain/validateCustomer';
export type { ChangeListeners } from './kit/changeListeners';
export { createChangeListeners } from './kit/changeListeners';
export { checkId } from './kit/checkId';
export type { CheckedListRequest } from './kit/checkListRequest';
export { checkListRequest, cursorBinding } from './kit/checkListRequest';
export { checkClearing, checkCreate, checkUpdate, requireValid, snapshot } from './kit/checkWrite';
export { copyCustomer, fullAddress } from './kit/copyCustomer';
export { createSearch } from './kit/createSearch';
export type { CursorSealer } from './kit/cursorSealer';
export { createCursorSealer, cursorKeyFromSecret, randomCursorKey } from './kit/cursorSealer';
export type { RunIdempotently } from './kit/idempotentWrites';
export { createIdempotentWrites } from './kit/idempotentWrites';
export { randomId } from './kit/randomId';
export { emailExists, idempotencyKeyReused, idTaken, notFound, notSupported, versionConflict } from './kit/refusals';
