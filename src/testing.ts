export { isCustomerError } from './contract/errors';
export { backendContract } from './testing/backendContract';
export type { BillingStage } from './testing/contract/billingStage';
export type { ContractCase, MakeBackend } from './testing/contract/contractCase';
export { sampleCustomers } from './testing/sampleCustomers';
export { type Fault, type PlannedCall, withFaults } from './testing/withFaults';
export { type Me, withMe } from './testing/withMe';
