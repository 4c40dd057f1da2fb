export type {
	CallOptions,
	Capabilities,
	CheckoutInput,
	CreateResult,
	CustomerBackend,
	CustomerChange,
	CustomerPage,
	CustomerSort,
	ListCustomersRequest,
	Subscription,
	WriteOptions,
} from './contract/backend';
export type { CustomerErrorCode, CustomerErrorOptions } from './contract/errors';
export { CustomerError, isCustomerError } from './contract/errors';
export type { AddressRule, FormatAddressOptions, Subdivision } from './domain/address';
export { addressRule, countryCodes, formatAddress, loadSubdivisions, normalizePostalCode } from './domain/address';
export type { Address, Customer, CustomerInput, CustomerPatch, Field } from './domain/customer';
export { addressFields } from './domain/customer';
export type { CustomerRules } from './domain/customerRules';
export { emailKey } from './domain/email';
export type { Issue, IssueCode, Result } from './domain/issue';
export type { Phones } from './domain/phone';
export { loadPhones, normalizePhoneText, parsePhone } from './domain/phone';
export { validateCustomerInput, validateCustomerPatch } from './domain/validateCustomer';
export type {
	Action,
	AuditEvent,
	FunctionAnswer,
	FunctionRequest,
	Grant,
	Problem,
	ProblemIssue,
	RequestContext,
} from './http/protocol/protocol';
export type { CallHandlerOptions } from './http/server/callHandler';
export { callHandler } from './http/server/callHandler';
export { createCustomersHandler } from './http/server/handler';
export type { IdempotencyStore, KeptAnswer, KeyState, MemoryIdempotencyOptions } from './http/server/idempotency';
export { memoryIdempotencyStore } from './http/server/idempotency';
export type { MemoryRateLimitOptions, RateLimiter } from './http/server/rateLimit';
export { memoryRateLimiter } from './http/server/rateLimit';
export type { CustomersHandlerOptions } from './http/server/settings';
export type { EnsureCustomerOptions, EnsuredCustomer } from './signup/ensureCustomer';
export { ensureCustomer } from './signup/ensureCustomer';
