export type { WithBillingOptions } from './backends/kit/withBilling';
export { withBilling } from './backends/kit/withBilling';
export type {
	CallOptions,
	Capabilities,
	CreateResult,
	CustomerBackend,
	CustomerChange,
	CustomerPage,
	CustomerSort,
	ListCustomersRequest,
	WriteOptions,
} from './contract/backend';
export type { CancelTiming, CheckoutInput, CheckoutResult, Entitlement, Subscription, SubscriptionItem } from './contract/billing';
export type { EnsureResult, EnsureUser, FollowedField } from './contract/ensureUser';
export type { CustomerErrorCode, CustomerErrorOptions } from './contract/errors';
export { CustomerError, isCustomerError } from './contract/errors';
export type { ProblemIssue } from './contract/problemIssue';
export type { IdempotencyStore, KeptAnswer, KeyedCall, KeyState, RateLimiter } from './contract/stores';
export type { AddressRule } from './domain/addressRule';
export { addressRule } from './domain/addressRule';
export { countryCodes } from './domain/country';
export type { Address, Customer, CustomerInput, CustomerPatch, Field } from './domain/customer';
export { addressFields } from './domain/customer';
export type { CustomerRules } from './domain/customerRules';
export { emailKey } from './domain/email';
export type { FormatAddressOptions } from './domain/formatAddress';
export { formatAddress } from './domain/formatAddress';
export type { Issue, IssueCode, Result } from './domain/issue';
export { loadPhones, parsePhone } from './domain/phone';
export type { Phones } from './domain/phones';
export { normalizePhoneText } from './domain/phoneText';
export { normalizePostalCode } from './domain/postalCode';
export type { Subdivision } from './domain/subdivision';
export { loadSubdivisions } from './domain/subdivision';
export { validateCustomerInput, validateCustomerPatch } from './domain/validateCustomer';
export type { FunctionAnswer, FunctionRequest } from './http/protocol/functionRequest';
export type { Problem } from './http/protocol/problem';
export type { AuditEvent } from './http/server/auditEvent';
export type { CallHandlerOptions } from './http/server/callHandler';
export { callHandler } from './http/server/callHandler';
export type { Grant } from './http/server/grant';
export { createCustomersHandler } from './http/server/handler';
export type { MemoryIdempotencyOptions } from './http/server/idempotencyStore';
export { memoryIdempotencyStore } from './http/server/idempotencyStore';
export type { MemoryRateLimitOptions } from './http/server/rateLimiter';
export { memoryRateLimiter } from './http/server/rateLimiter';
export type { RequestContext } from './http/server/requestContext';
export type { Action } from './http/server/route';
export type { CustomersHandlerOptions } from './http/server/settings';
export type { BackfillFailure, BackfillOptions, BackfillReport } from './signup/backfillCustomers';
export { backfillCustomers } from './signup/backfillCustomers';
export type { EnsureCustomerOptions } from './signup/ensureCustomer';
export { ensureCustomer } from './signup/ensureCustomer';
