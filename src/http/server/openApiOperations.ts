// What the document says of each action: what it takes, by the checks of the handler, and what it answers, by the decoders that its answers
// come through.
import { cancelTimings } from '../../contract/billing';
import { errorStatus } from '../../contract/errors';
import { addressFields, type Customer } from '../../domain/customer';
import { validateCustomerInput, validateCustomerPatch } from '../../domain/validateCustomer';
import { decodeCheckout, decodeEntitlements, decodePortal, decodeSubscription } from '../protocol/decodeBilling';
import { decodeCapabilities } from '../protocol/decodeCapabilities';
import { decodeCreateResult, decodeCustomer, decodeEnsureResult, decodePage } from '../protocol/decodeCustomer';
import { cancelTiming, checkoutInput, featureIds, portalReturn } from './billingRoutes';
import { customerBody, patchBody } from './customerRoutes';
import { exportBody } from './exportRoute';
import { visible, visiblePage } from './fieldAccess';
import type { Access } from './grant';
import { listRequestOfBody } from './listRequest';
import { answerSchema } from './openApiAnswers';
import { bodySchema } from './openApiBodies';
import type { Schema } from './openApiSchema';
import { problemIssues } from './problemError';
import type { Action } from './route';

/** What an action answers where all went well, by status: no schema where there is no body. */
interface Answer {
	status: number;
	description: string;
	type?: string;
	schema?: Schema;
	headers?: readonly ('ETag' | 'Location' | 'Content-Disposition')[];
}

/** What the document says of an action. */
export interface Operation {
	summary: string;
	body?: Schema;
	/** Whether a retry with the same key has one effect. */
	keyed?: boolean;
	/** The condition that it takes. */
	condition?: 'If-Match' | 'If-None-Match';
	answers: readonly Answer[];
}

const nobody = {
	hidden: Object.fromEntries(['id', 'email', 'name', 'phone', 'address', 'created'].map((field) => [field, null])),
} as unknown as Access;
const everybody = { hidden: {} } as Access;

/** A customer as each grant may see it. */
const seen = (customer: Customer) => [visible(customer, everybody), visible(customer, nobody)];

const withCustomer = (value: unknown) =>
	seen((value as { customer: Customer }).customer).map((customer) => ({ ...(value as object), customer }));

const anywhere = (url: string) => url;

const issuesOf = (result: { ok: true } | { ok: false; issues: unknown }) => (result.ok ? [] : problemIssues(result.issues));

/** What stands in the text of each field; what of it passes, the lists of the country say. */
const fieldTexts: Readonly<Record<string, string>> = {
	id: 'One of the caller’s own, where `capabilities.write.customId`: `cus_` and 1–64 letters, digits, `_` or `-`.',
	email: 'Trimmed; at most 254 code points, deliverable on the internet.',
	name: 'Trimmed; at most 200 code points, something visible among them, no control characters.',
	phone: 'An international number in any spelling, of the numbering plan of its country; stored as E.164.',
	address: 'What is required beside each other follows the country.',
	...Object.fromEntries(addressFields.map((field) => [field, 'Trimmed; at most 200 code points.'])),
	country: 'ISO 3166-1 alpha-2; also AC, TA and XK.',
	state: 'ISO 3166-2 suffix where the country has a list, free text elsewhere.',
};

function described(schema: Schema): Schema {
	for (const [key, property] of Object.entries(schema.properties ?? {})) {
		const description = fieldTexts[key];
		if (description) property.description = description;
		described(property);
	}
	return schema;
}

/** The schema that a list's query has as a body. */
export const listSchema = (): Promise<Schema> => bodySchema(listRequestOfBody);

const listed = (items: Schema): Schema => ({
	type: 'object',
	additionalProperties: false,
	required: ['data'],
	properties: { data: { type: 'array', items } },
});

const json = (description: string, schema: Schema, headers: Answer['headers'] = [], status = 200): Answer => ({
	status,
	description,
	type: 'application/json',
	schema,
	headers,
});

async function customerOperations() {
	const customer: Schema = answerSchema(decodeCustomer, (value) => seen(value as Customer));
	const page = answerSchema(decodePage, (value) => [everybody, nobody].map((access) => visiblePage(value as never, access)));
	const created = answerSchema(decodeCreateResult, withCustomer);
	const ensured = answerSchema(decodeEnsureResult, withCustomer);
	ensured.properties!.issues!.items = { $ref: '#/components/schemas/Issue' };
	return {
		list: { summary: 'A page of customers', body: await listSchema(), answers: [json('The page.', page)] },
		get: {
			summary: 'One customer',
			condition: 'If-None-Match',
			answers: [
				json('The customer.', customer, ['ETag']),
				{ status: 304, description: 'The customer is as it was under one of these tags.', headers: ['ETag'] },
			],
		},
		create: {
			summary: 'Makes a customer, or finds the one that has the email',
			keyed: true,
			body: described(
				await bodySchema(async (body, checks) => {
					const { value } = customerBody(body, checks);
					return { errors: issuesOf(await validateCustomerInput(value)) };
				}),
			),
			answers: [json('There was one with this email.', created, ['ETag', 'Location']), json('Made.', created, ['ETag', 'Location'], 201)],
		},
		update: {
			summary: 'Changes a customer: what is absent is left alone, null clears, an address is replaced as a whole',
			keyed: true,
			condition: 'If-Match',
			body: described(
				await bodySchema(async (body, checks) => {
					const { patch, errors } = patchBody(body, checks);
					return { errors: [...errors, ...issuesOf(await validateCustomerPatch(patch))] };
				}),
			),
			answers: [json('As it is now.', customer, ['ETag'])],
		},
		export: {
			summary: 'All that match, as CSV',
			body: await bodySchema(exportBody),
			answers: [
				{
					status: 200,
					description: 'Streamed. Only a whole file ends in a line break.',
					type: 'text/csv',
					schema: { type: 'string' },
					headers: ['Content-Disposition'],
				},
			],
		},
		capabilities: {
			summary: 'What can be done here',
			answers: [json('What the backend offers and the grant allows.', answerSchema(decodeCapabilities))],
		},
		changes: {
			summary: 'Tells of changes as they happen',
			answers: [
				{
					status: 200,
					description: 'Server-sent events, the `data` of each a Change.',
					type: 'text/event-stream',
					schema: { type: 'string' },
				},
			],
		},
		ensure: {
			summary: 'Finds or makes the caller’s own customer',
			answers: [json('It was there.', ensured, ['ETag']), json('Made.', ensured, ['ETag'], 201)],
		},
	} satisfies Partial<Record<Action, Operation>>;
}

async function billingOperations() {
	const subscription = answerSchema(decodeSubscription);
	return {
		entitlements: {
			summary: 'What a customer has paid for',
			body: await bodySchema(featureIds),
			answers: [
				json(
					'Each feature once, in the order asked.',
					listed(answerSchema((value) => decodeEntitlements([{ feature_id: 'text', has_access: value }], ['text'])).items!),
				),
			],
		},
		checkout: {
			summary: 'Begins a purchase',
			keyed: true,
			body: await bodySchema((body, checks) => checkoutInput(body, checks, anywhere)),
			answers: [json('Where to go on.', answerSchema(decodeCheckout))],
		},
		portal: {
			summary: 'Opens the vendor’s page for invoices and payment methods',
			keyed: true,
			body: await bodySchema((body, checks) => portalReturn(body, checks, anywhere)),
			answers: [json('Where it is.', answerSchema(decodePortal))],
		},
		subscriptions: { summary: 'What a customer pays for again and again', answers: [json('All of them.', listed(subscription))] },
		cancel: {
			summary: `Ends a subscription: ${cancelTimings.join(' or ')}`,
			keyed: true,
			body: await bodySchema(cancelTiming),
			answers: [json('As it is now.', subscription)],
		},
		resume: { summary: 'Takes back the end of a subscription', keyed: true, answers: [json('As it is now.', subscription)] },
	} satisfies Partial<Record<Action, Operation>>;
}

/** @returns what there is to say of each action */
export async function operations(): Promise<Record<Action, Operation>> {
	return { ...(await customerOperations()), ...(await billingOperations()) };
}

/** Statuses that a refusal of an operation can have, besides what a broken backend may make of it. */
export function refusals({ body, keyed, condition }: Operation): number[] {
	const onlyWith: Record<number, boolean> = {
		405: false,
		408: body !== undefined,
		409: keyed === true,
		412: condition === 'If-Match',
		413: body !== undefined,
		415: body !== undefined,
		428: condition === 'If-Match',
	};
	const statuses = [...new Set(Object.values(errorStatus))].filter((status) => status !== undefined);
	return statuses.filter((status) => onlyWith[status] ?? true).sort((one, other) => one - other);
}
