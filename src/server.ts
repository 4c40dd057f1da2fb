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
export type { FunctionAnswer, FunctionRequest } from './http/protocol/functionRequest';
export type { Problem, ProblemIssue } from './http/protocol/problem';
export type { AuditEvent } from './http/server/auditEvent';
export type { CallHandlerOptions } from './http/server/callHandler';
export { callHandler } from './http/server/callHandler';
export type { Grant } from './http/server/grant';
export { createCustomersHandler } from './http/server/handler';
export type { IdempotencyStore, KeptAnswer, KeyState, MemoryIdempotencyOptions } from './http/server/idempotencyStore';
export { memoryIdempotencyStore } from './http/server/idempotencyStore';
export type { MemoryRateLimitOptions, RateLimiter } from './http/server/rateLimiter';
export { memoryRateLimiter } from './http/server/rateLimiter';
export type { RequestContext } from './http/server/requestContext';
export type { Action } from './http/server/route';
export type { CustomersHandlerOptions } from './http/server/settings';
export type { EnsureCustomerOptions, EnsuredCustomer } from './signup/ensureCustomer';
export { ensureCustomer } from './signup/ensureCustomer';
