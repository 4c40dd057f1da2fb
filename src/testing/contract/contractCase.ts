import type { CallOptions, Capabilities, CustomerBackend, CustomerPage, ListCustomersRequest } from '../../contract/backend';
import { unkeptFields } from '../../contract/clearableFields';
import type { CustomerErrorCode } from '../../contract/errors';
import { defaultLimit } from '../../contract/listRequest';
import type { Customer, CustomerInput } from '../../domain/customer';
import { assert } from './assert';
import type { BillingStage } from './billingStage';

/** Makes the backend under test, for one scope: over the same store each time or a fresh one, empty or not. */
export type MakeBackend = ((options?: { scope?: string }) => Promise<CustomerBackend>) & {
	/** How the vendor behind it is paid: without it, of billing only that is proven which needs no payment. */
	billing?: BillingStage;
};

/** One promise of the contract, to be run by any test runner. */
export interface ContractCase {
	/** What is promised, one sentence, each once. */
	name: string;
	/** Whether the promise concerns a backend of these capabilities. @default always */
	applies?(capabilities: Capabilities): boolean;
	/**
	 * Makes a backend, calls it, and looks at what comes.
	 *
	 * @throws `Error` that says what was promised and what came instead
	 */
	check(make: MakeBackend): Promise<void>;
}

/** Cases that begin by making customers, which a backend that only reads cannot. */
export function creating(cases: readonly ContractCase[]): ContractCase[] {
	return cases.map(({ applies, ...rest }) => ({ ...rest, applies: (offered) => offered.write.create && (applies?.(offered) ?? true) }));
}

/** A backend for a scope that no other case uses, and what a case does with it. */
export interface Stage {
	backend: CustomerBackend;
	/** To spread into every call's options. */
	call: CallOptions & { scope: string };
	capabilities: Capabilities;
	/** What of these values the backend keeps: the others are refused. */
	keep<Values extends object>(values: Values): Values;
	/** The same values as they come back: `null` in place of what is not kept. */
	stored<Values extends object>(values: Values): Values;
	/** Creates a customer with a fresh email, and of what is given with what the backend keeps. */
	add(input?: Partial<CustomerInput>): Promise<Customer>;
	/** Creates customers at once, so that some share their time of creation. */
	addMany(inputs: readonly Partial<CustomerInput>[]): Promise<Customer[]>;
	/** Walks `next` (or `previous`) to its end. `onPage` runs after each page but before the next one is asked for. */
	walk(request: ListCustomersRequest, onPage?: (page: CustomerPage, index: number) => Promise<void>): Promise<Customer[]>;
}

const consonants = 'bcdfghjklmnpqrstvwxz';

/** Ten random consonants: in emails and names, unique, no digits that a phone search might take up, and no word that one for names would. */
export function token(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => consonants[byte % consonants.length]).join('');
}

export function freshEmail(label = 'contract'): string {
	return `${label}.${token()}@example.com`;
}

export async function openStage(make: MakeBackend, scope = `contract-${token()}`): Promise<Stage> {
	const backend = await make({ scope });
	const call = { scope };
	const capabilities = await backend.capabilities(call);
	const change = <Values extends object>(values: Values, lost: (entry: [string, unknown]) => [string, unknown][]): Values => {
		const unkept: readonly string[] = unkeptFields(values, capabilities.keeps);
		return Object.fromEntries(Object.entries(values).flatMap((entry) => (unkept.includes(entry[0]) ? lost(entry) : [entry]))) as Values;
	};
	const keep: Stage['keep'] = (values) => change(values, () => []);
	const add: Stage['add'] = async (input = {}) => (await backend.create({ email: freshEmail(), ...keep(input) }, call)).customer;
	return {
		backend,
		call,
		capabilities,
		keep,
		stored: (values) => change(values, ([field]) => [[field, null]]),
		add,
		addMany: (inputs) => Promise.all(inputs.map(add)),
		async walk(request, onPage) {
			const found: Customer[] = [];
			let step: Pick<ListCustomersRequest, 'after' | 'before'> = { after: request.after, before: request.before };
			for (let index = 0; ; index++) {
				const { after: _after, before: _before, ...rest } = request;
				const page = await backend.list({ ...rest, ...definedOnly(step) }, call);
				const back = step.before !== undefined;
				assert(page.data.length <= (request.limit ?? defaultLimit), `a page of ${request.limit} holds ${page.data.length} customers`);
				assert(index === 0 || page.data.length > 0, 'a cursor led to an empty page: the last page has null instead');
				assert(index < 10_000, 'the walk does not end');
				if (back) found.unshift(...page.data);
				else found.push(...page.data);
				await onPage?.(page, index);
				const cursor = back ? page.previous : page.next;
				if (cursor === null) return found;
				step = back ? { before: cursor } : { after: cursor };
			}
		},
	};
}

function definedOnly(step: Pick<ListCustomersRequest, 'after' | 'before'>) {
	return { ...(step.after !== undefined && { after: step.after }), ...(step.before !== undefined && { before: step.before }) };
}

/** How an update of a customer who is not there may be refused: a backend that updates nobody may say that instead. */
export function updateOfNobody({ write }: Capabilities): CustomerErrorCode[] {
	return write.update ? ['not_found'] : ['not_found', 'not_supported'];
}

/** Which of these customers a list has, in the list's order. */
export function among(list: readonly Customer[], customers: readonly Customer[]): string[] {
	const ids = new Set(customers.map(({ id }) => id));
	return list.filter(({ id }) => ids.has(id)).map(({ id }) => id);
}

/** Page sizes that this backend takes. */
export function sizes(capabilities: Capabilities, wanted: readonly number[] = [1, 2, 7, 100]): number[] {
	return [...new Set(wanted.map((size) => Math.min(size, capabilities.paging.maxLimit)))];
}
