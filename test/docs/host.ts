// What stands for the host's own things in the examples of the sources' comments. See docs.test.ts.
import type { Address, Customer, CustomerBackend, Locale } from '../../src/index';

export declare const backend: CustomerBackend;
export declare const customer: Customer;
export declare const id: string;
export declare const locale: Locale;
export declare const address: Address;
