export type {
	Capabilities,
	CreateResult,
	CustomerBackend,
	CustomerChange,
	CustomerPage,
	CustomerSort,
	ExportOptions,
	ListCustomersRequest,
} from './contract/backend';
export type { CancelTiming, CheckoutInput, CheckoutResult, Entitlement, Subscription, SubscriptionItem } from './contract/billing';
export type { EnsureResult } from './contract/ensureUser';
export type { CustomerErrorCode, CustomerErrorOptions } from './contract/errors';
export { CustomerError, isCustomerError } from './contract/errors';
export type { CsvColumn, CsvMode } from './domain/csv';
export type { Address, Customer, CustomerInput, CustomerPatch, Field } from './domain/customer';
export type { Issue, IssueCode } from './domain/issue';
export { functionBackend } from './http/client/functionBackend';
export type { HttpBackendOptions } from './http/client/httpBackend';
export { httpBackend } from './http/client/httpBackend';
export type { FunctionAnswer, FunctionRequest } from './http/protocol/functionRequest';
