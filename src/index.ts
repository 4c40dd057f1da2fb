export type { AddressFieldsProps } from './components/AddressFields';
export { AddressFields } from './components/AddressFields';
export type { CustomerBrowserProps } from './components/CustomerBrowser';
export { CustomerBrowser } from './components/CustomerBrowser';
export type { CustomerDetailProps, CustomerDetailSlot } from './components/CustomerDetail';
export { CustomerDetail } from './components/CustomerDetail';
export type { CustomerDialogProps, CustomerDialogSlot } from './components/CustomerDialog';
export { CustomerDialog } from './components/CustomerDialog';
export type { CustomerExportProps, CustomerExportSlot } from './components/CustomerExport';
export { CustomerExport } from './components/CustomerExport';
export type { CustomerFormProps, CustomerFormSlot } from './components/CustomerForm';
export { CustomerForm } from './components/CustomerForm';
export type { CustomerFormFieldProps } from './components/CustomerFormField';
export { CustomerFormField } from './components/CustomerFormField';
export type { CustomerImportProps, CustomerImportSlot } from './components/CustomerImport';
export { CustomerImport } from './components/CustomerImport';
export type { CustomerTableProps, CustomerTableSlot } from './components/CustomerTable';
export { CustomerTable } from './components/CustomerTable';
export type { CustomerColumn, CustomerColumnId, CustomerTableContents } from './components/columns';
export type { PhoneFieldProps } from './components/PhoneField';
export { PhoneField } from './components/PhoneField';
export type { UndoNoticeProps } from './components/UndoNotice';
export { UndoNotice } from './components/UndoNotice';
export type {
	CallOptions,
	Capabilities,
	CheckoutInput,
	CreateResult,
	CustomerBackend,
	CustomerChange,
	CustomerPage,
	CustomerSort,
	ExportOptions,
	ListCustomersRequest,
	Subscription,
	WriteOptions,
} from './contract/backend';
export type { CustomerErrorCode, CustomerErrorOptions } from './contract/errors';
export { CustomerError, isCustomerError } from './contract/errors';
export type { AddressRule, FormatAddressOptions, Subdivision } from './domain/address';
export { addressRule, countryCodes, countryName, formatAddress, loadSubdivisions, normalizePostalCode } from './domain/address';
export type { CsvColumn, CsvMode } from './domain/csv';
export type { Address, Customer, CustomerInput, CustomerPatch, Field } from './domain/customer';
export { addressFields } from './domain/customer';
export type { CustomerRules } from './domain/customerRules';
export { emailKey } from './domain/email';
export type { ImportField } from './domain/importColumns';
export type { Issue, IssueCode, Result } from './domain/issue';
export type { Phones } from './domain/phone';
export { loadPhones, normalizePhoneText, parsePhone } from './domain/phone';
export { validateCustomerInput, validateCustomerPatch } from './domain/validateCustomer';
export type { CustomersProviderProps } from './hooks/CustomersProvider';
export { CustomersProvider } from './hooks/CustomersProvider';
export type { CustomerImportRow } from './hooks/checkImportRows';
export type { CustomerFormValues, FormPath, FormUnit } from './hooks/customerFormValues';
export type { QuerySource } from './hooks/customerQueries';
export { customerQueries } from './hooks/customerQueries';
export type { CustomerTableFilters, CustomerTableState } from './hooks/customerTableState';
export type { CustomerView } from './hooks/customerView';
export type { CustomerViewsModel } from './hooks/customerViewsModel';
export type { CustomerExportJob } from './hooks/exportChunks';
export type { LinkComponent, LinkProps, Navigate } from './hooks/navigation';
export type { PreferencesStore } from './hooks/preferences';
export type { ImportFileProblem, ImportFileRow } from './hooks/readImportFile';
export type { TableLayout } from './hooks/tableLayout';
export type { TableLayoutModel } from './hooks/tableLayoutModel';
export type { ControlledUrlState, UrlState } from './hooks/urlState';
export { controlledUrlState, historyUrlState, memoryUrlState } from './hooks/urlState';
export type { UseTableLayoutOptions } from './hooks/useArrangedColumns';
export { useCapabilities } from './hooks/useCapabilities';
export type { UseCreateCustomerOptions } from './hooks/useCreateCustomer';
export { useCreateCustomer } from './hooks/useCreateCustomer';
export type { UseCustomerOptions } from './hooks/useCustomer';
export { useCustomer } from './hooks/useCustomer';
export type { CustomerCount } from './hooks/useCustomerCount';
export { useCustomerCount } from './hooks/useCustomerCount';
export type { CustomerExportModel, CustomerExportStatus, UseCustomerExportOptions } from './hooks/useCustomerExport';
export { useCustomerExport } from './hooks/useCustomerExport';
export { useCustomerForm } from './hooks/useCustomerForm';
export type {
	CustomerFormConflict,
	CustomerFormConflictField,
	CustomerFormModel,
	CustomerFormOutcome,
	UseCustomerFormOptions,
} from './hooks/useCustomerFormModel';
export type {
	CustomerImportColumn,
	CustomerImportModel,
	CustomerImportStep,
	UseCustomerImportOptions,
} from './hooks/useCustomerImport';
export { useCustomerImport } from './hooks/useCustomerImport';
export type { CustomerSelection, CustomerSelectionModel } from './hooks/useCustomerSelection';
export { useCustomerSelection } from './hooks/useCustomerSelection';
export type { UseCustomersInfiniteOptions, UseCustomersOptions, UseCustomersPagesOptions } from './hooks/useCustomers';
export { useCustomers } from './hooks/useCustomers';
export type { CustomerTableModel, CustomerTableStatus, UseCustomerTableOptions } from './hooks/useCustomerTable';
export { useCustomerTable } from './hooks/useCustomerTable';
export { useCustomerViews } from './hooks/useCustomerViews';
export type { LeaveGuardState } from './hooks/useLeaveGuard';
export { useLeaveGuard } from './hooks/useLeaveGuard';
export { useLocale } from './hooks/useLocale';
export type { PendingEdits } from './hooks/usePendingEdits';
export { usePendingEdits } from './hooks/usePendingEdits';
export type { PhoneFieldState } from './hooks/usePhoneEntry';
export type { UsePhoneFieldOptions } from './hooks/usePhoneField';
export { usePhoneField } from './hooks/usePhoneField';
export type { SubdivisionsState } from './hooks/useSubdivisions';
export { useSubdivisions } from './hooks/useSubdivisions';
export { useTableLayout } from './hooks/useTableLayout';
export type { UndoState } from './hooks/useUndo';
export { useUndo } from './hooks/useUndo';
export type { CustomerEdit, UseUpdateCustomerOptions } from './hooks/useUpdateCustomer';
export { useUpdateCustomer } from './hooks/useUpdateCustomer';
export { functionBackend } from './http/functionBackend';
export type { HttpBackendOptions } from './http/httpBackend';
export { httpBackend } from './http/httpBackend';
export { formatDate, formatMessage, formatNumber, formatPlural, formatRelative } from './locales/formatMessage';
export { fieldLabel, issueMessage } from './locales/issueMessage';
export type { Locale, Plural } from './locales/locale';
