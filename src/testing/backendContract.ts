import type { ContractCase } from './contract/contractCase';
import { walkCases } from './contract/walkCases';

/**
 * What every backend promises, as data: run each case whose `applies` holds in any test runner, against the backend itself
 * and again through the HTTP client and handler.
 */
export const backendContract: readonly ContractCase[] = [...walkCases];
