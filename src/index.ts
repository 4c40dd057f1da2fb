export type { AddressFieldsProps } from './components/AddressFields';
export { AddressFields } from './components/AddressFields';
export type { BillingPortalButtonProps } from './components/BillingPortalButton';
export { BillingPortalButton } from './components/BillingPortalButton';
export type { CheckoutButtonProps } from './components/CheckoutButton';
export { CheckoutButton } from './components/CheckoutButton';
export type { CheckoutNoticeProps } from './components/CheckoutNotice';
export { CheckoutNotice } from './components/CheckoutNotice';
export type { CustomerBillingProps, CustomerBillingSlot } from './components/CustomerBilling';
export { CustomerBilling } from './components/CustomerBilling';
export type { CustomerBrowserProps } from './components/CustomerBrowser';
export { CustomerBrowser } from './components/CustomerBrowser';
export type { CustomerDetailProps, CustomerDetailSlot } from './components/CustomerDetail';
export { CustomerDetail } from './components/CustomerDetail';
export type { CustomerDialogProps } from './components/CustomerDialog';
export { CustomerDialog } from './components/CustomerDialog';
export type { CustomerExportProps, CustomerExportSlot } from './components/CustomerExport';
export { CustomerExport } from './components/CustomerExport';
export type { CustomerFormProps, CustomerFormSlot } from './components/CustomerForm';
export { CustomerForm } from './components/CustomerForm';
export type { CustomerFormFieldProps } from './components/CustomerFormField';
export { CustomerFormField } from './components/CustomerFormField';
export type { CustomerImportProps, CustomerImportSlot } from './components/CustomerImport';
export { CustomerImport } from './components/CustomerImport';
export type { CustomerPickerProps } from './components/CustomerPicker';
export { CustomerPicker } from './components/CustomerPicker';
export type { CustomerTableProps, CustomerTableSlot } from './components/CustomerTable';
export { CustomerTable } from './components/CustomerTable';
export type { CustomerDialogSlot } from './components/dialog/DialogSkeleton';
export type { EntitlementGateProps } from './components/EntitlementGate';
export { EntitlementGate } from './components/EntitlementGate';
export type { PhoneFieldProps } from './components/PhoneField';
export { PhoneField } from './components/PhoneField';
export type { SubscriptionListProps } from './components/SubscriptionList';
export { SubscriptionList } from './components/SubscriptionList';
export type { CustomerColumn, CustomerColumnId, CustomerTableContents } from './components/table/columns';
export type { UndoNoticeProps } from './components/UndoNotice';
export { UndoNotice } from './components/UndoNotice';
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
} from './contract/backend';
export type { CancelTiming, CheckoutInput, CheckoutResult, Entitlement, Subscription, SubscriptionItem } from './contract/billing';
export type { EnsureResult } from './contract/ensureUser';
export type { CustomerErrorCode, CustomerErrorOptions } from './contract/errors';
export { CustomerError, isCustomerError } from './contract/errors';
export type { AddressRule } from './domain/addressRule';
export { addressRule } from './domain/addressRule';
export { countryCodes, countryName } from './domain/country';
export type { CsvColumn, CsvMode, ExportDelimiter } from './domain/csv';
export type { Address, Customer, CustomerInput, CustomerPatch, Field } from './domain/customer';
export { addressFields } from './domain/customer';
export type { CustomerRules } from './domain/customerRules';
export { emailKey } from './domain/email';
export type { FormatAddressOptions } from './domain/formatAddress';
export { formatAddress } from './domain/formatAddress';
export type { ImportField } from './domain/importField';
export type { Issue, IssueCode, Result } from './domain/issue';
export { loadPhones, parsePhone } from './domain/phone';
export type { Phones } from './domain/phones';
export { normalizePhoneText } from './domain/phoneText';
export { normalizePostalCode } from './domain/postalCode';
export type { Subdivision } from './domain/subdivision';
export { loadSubdivisions } from './domain/subdivision';
export { validateCustomerInput, validateCustomerPatch } from './domain/validateCustomer';
export type { CheckoutReturnStatus, KnownBilling } from './hooks/billing/checkoutWatch';
export type { OpenSession } from './hooks/billing/openSession';
export type { BillingPortalRequest, UseBillingPortalOptions } from './hooks/billing/useBillingPortal';
export { useBillingPortal } from './hooks/billing/useBillingPortal';
export type { SubscriptionCancellation } from './hooks/billing/useCancelSubscription';
export { useCancelSubscription } from './hooks/billing/useCancelSubscription';
export type { CheckoutRequest, UseCheckoutOptions } from './hooks/billing/useCheckout';
export { useCheckout } from './hooks/billing/useCheckout';
export type { CheckoutReturn, UseCheckoutReturnOptions } from './hooks/billing/useCheckoutReturn';
export { useCheckoutReturn } from './hooks/billing/useCheckoutReturn';
export type { UseEnsureCustomerOptions } from './hooks/billing/useEnsureCustomer';
export { useEnsureCustomer } from './hooks/billing/useEnsureCustomer';
export type { UseEntitlementOptions } from './hooks/billing/useEntitlement';
export { useEntitlement } from './hooks/billing/useEntitlement';
export { useEntitlements } from './hooks/billing/useEntitlements';
export { useResumeSubscription } from './hooks/billing/useResumeSubscription';
export type { SessionMutation, SessionStatus } from './hooks/billing/useSession';
export type { UseSubscriptionsOptions } from './hooks/billing/useSubscriptions';
export { useSubscriptions } from './hooks/billing/useSubscriptions';
export type { SubscriptionRef, SubscriptionWriteOptions } from './hooks/billing/useSubscriptionWrite';
export type { CustomersProviderProps } from './hooks/CustomersProvider';
export { CustomersProvider } from './hooks/CustomersProvider';
export type { UseCreateCustomerOptions } from './hooks/cache/createMutation';
export type { QuerySource } from './hooks/cache/queries';
export type { CustomerEdit, UseUpdateCustomerOptions } from './hooks/cache/updateMutation';
export { useCapabilities } from './hooks/cache/useCapabilities';
export { useCreateCustomer } from './hooks/cache/useCreateCustomer';
export type { UseCustomerOptions } from './hooks/cache/useCustomer';
export { useCustomer } from './hooks/cache/useCustomer';
export type { UseCustomersOptions } from './hooks/cache/useCustomers';
export { useCustomers } from './hooks/cache/useCustomers';
export type { UseInfiniteCustomersOptions } from './hooks/cache/useInfiniteCustomers';
export { useInfiniteCustomers } from './hooks/cache/useInfiniteCustomers';
export type { PendingEdits } from './hooks/cache/usePendingEdits';
export { usePendingEdits } from './hooks/cache/usePendingEdits';
export type { UndoState, UseUndoOptions } from './hooks/cache/useUndo';
export { useUndo } from './hooks/cache/useUndo';
export { useUpdateCustomer } from './hooks/cache/useUpdateCustomer';
export type { PreferencesStore } from './hooks/context/preferences';
export { useLocale } from './hooks/context/useLocale';
export { customerQueries } from './hooks/customerQueries';
export type {
	CustomerFormConflict,
	CustomerFormConflictField,
	CustomerFormModel,
	CustomerFormOutcome,
	UseCustomerFormOptions,
} from './hooks/form/customerFormModel';
export type { CustomerFormValues, FormPath, FormUnit } from './hooks/form/customerFormValues';
export { useCustomerForm } from './hooks/form/useCustomerForm';
export type { PhoneFieldState } from './hooks/form/usePhoneEntry';
export type { UsePhoneFieldOptions } from './hooks/form/usePhoneField';
export { usePhoneField } from './hooks/form/usePhoneField';
export type { SubdivisionsState } from './hooks/form/useSubdivisions';
export { useSubdivisions } from './hooks/form/useSubdivisions';
export type { LeaveGuardState } from './hooks/navigation/leaveQuestion';
export type { LinkComponent, LinkProps, Navigate } from './hooks/navigation/navigation';
export { useLeaveGuard } from './hooks/navigation/useLeaveGuard';
export type { CustomerTableModel, CustomerTableStatus } from './hooks/table/customerTableModel';
export type { CustomerTableFilters, CustomerTableState } from './hooks/table/customerTableState';
export type { CustomerView } from './hooks/table/customerView';
export type { CustomerViewsModel } from './hooks/table/customerViewsModel';
export type { TableLayout } from './hooks/table/tableLayout';
export type { TableLayoutModel } from './hooks/table/tableLayoutModel';
export type { ControlledUrlState, UrlState } from './hooks/table/urlState';
export { controlledUrlState, historyUrlState, memoryUrlState } from './hooks/table/urlState';
export type { UseTableLayoutOptions } from './hooks/table/useArrangedColumns';
export type { CustomerCount } from './hooks/table/useCustomerCount';
export { useCustomerCount } from './hooks/table/useCustomerCount';
export type { CustomerSelection, CustomerSelectionModel } from './hooks/table/useCustomerSelection';
export { useCustomerSelection } from './hooks/table/useCustomerSelection';
export type { UseCustomerTableOptions } from './hooks/table/useCustomerTable';
export { useCustomerTable } from './hooks/table/useCustomerTable';
export { useCustomerViews } from './hooks/table/useCustomerViews';
export { useTableLayout } from './hooks/table/useTableLayout';
export type { CustomerImportColumn, CustomerImportModel, CustomerImportStep } from './hooks/transfer/customerImportModel';
export type { CustomerExportJob } from './hooks/transfer/exportChunks';
export type { ImportFileFormat, ImportFileProblem, ImportFileRow } from './hooks/transfer/importFile';
export type { CustomerImportRow } from './hooks/transfer/importRow';
export type { CustomerExportModel, CustomerExportStatus, UseCustomerExportOptions } from './hooks/transfer/useCustomerExport';
export { useCustomerExport } from './hooks/transfer/useCustomerExport';
export type { UseCustomerImportOptions } from './hooks/transfer/useCustomerImport';
export { useCustomerImport } from './hooks/transfer/useCustomerImport';
export { functionBackend } from './http/client/functionBackend';
export type { HttpBackendOptions } from './http/client/httpBackend';
export { httpBackend } from './http/client/httpBackend';
export { formatDate, formatMessage, formatNumber, formatPlural, formatRelative } from './locales/formatMessage';
export { formatMoney } from './locales/formatMoney';
export { fieldLabel, issueMessage } from './locales/issueMessage';
export type { Locale, Plural } from './locales/locale';
