import { createContext, use } from 'react';
import type { CustomerBackend } from '../../../src/contract/backend';

export const BackendContext = createContext<CustomerBackend | null>(null);

export function useBackend(): CustomerBackend {
	return use(BackendContext)!;
}
