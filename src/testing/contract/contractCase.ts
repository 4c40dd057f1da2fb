import type { CallOptions, Capabilities, CustomerBackend, CustomerPage, ListCustomersRequest } from '../../contract/backend';
import { clearableFields, unkeptFields } from '../../contract/clearableFields';
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

/** Narrows a promise to backends that keep every field, where its case is about several of them. */
export function keepingAll(applies: (capabilities: Capabilities) => boolean = () => true): (capabilities: Capabilities) => boolean {
	return (capabilities) => clearableFields.every((field) => capabilities.keeps.includes(field)) && applies(capabilities);
}

/** A backend for a scope that no other case uses, and what a case does with it. */
export interface Stage {
	backend: CustomerBackend;
	/** To spread into every call's options. */
	call: CallOptions & { scope: string };
	capabilities: Capabilities;
	/** Creates a customer with a fresh email, and of what is given with what the backend keeps. */
	add(input?: Partial<CustomerInput>): Promise<Customer>;
	/** Creates customers at once, so that some share their time of creation. */
	addMany(inputs: readonly Partial<CustomerInput>[]): Promise<Customer[]>;
	/** Walks `next` (or `previous`) to its end. `onPage` runs after each page but before the next one is asked for. */
	walk(request: ListCustomersRequest, onPage?: (page: CustomerPage, index: number) => Promise<void>): Promise<Customer[]>;
}

/** Ten random small letters: in emails and names, unique and no digits that a phone search might take up. */
export function token(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

export function freshEmail(label = 'contract'): string {
	return `${label}.${token()}@example.com`;
}

export async function openStage(make: MakeBackend, scope = `contract-${token()}`): Promise<Stage> {
	const backend = await make({ scope });
	const call = { scope };
	const capabilities = await backend.capabilities(call);
	const add: Stage['add'] = async (input = {}) => {
		const lost = unkeptFields(input, capabilities.keeps).map((field) => [field, undefined]);
		return (await backend.create({ email: freshEmail(), ...input, ...Object.fromEntries(lost) }, call)).customer;
	};
	return {
		backend,
		call,
		capabilities,
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
