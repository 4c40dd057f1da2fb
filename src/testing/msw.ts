export type { CustomersHandlerOptions } from '../http/server/settings';
export { type MswHandlersOptions, type MswHttp, mswHandlers } from './mswHandlers';
