import { defaultIdPattern } from '../../domain/customer';
import { assert, assertRejects, assertSame, promptly } from './assert';
import { type ContractCase, freshEmail, openStage, token, updateOfNobody } from './contractCase';

/** Ids that would lead a careless backend to another route, another row or all of them. */
const malformedIds = [
	'',
	' ',
	'.',
	'..',
	'/',
	'*',
	'%',
	'cus_',
	'cus_a/b',
	'cus_a?limit=1',
	'cus_a#b',
	'cus_%2e%2e',
	'cus_a b',
	'cus_a\n',
	'cus_\u0000',
	'cus_é',
	`cus_${'a'.repeat(65)}`,
	'CUS_abc',
	'undefined',
	'null',
	'__proto__',
	'constructor',
	"' OR '1'='1",
];

/** Aborting, and asking by id. */
export const callCases: readonly ContractCase[] = [
	{
		name: 'abort: a signal that is aborted already rejects reads with aborted',
		async check(make) {
			const { backend, call, add } = await openStage(make);
			const { id } = await add();
			const options = { ...call, signal: AbortSignal.abort() };
			await assertRejects(promptly(backend.list({}, options), 'list'), 'aborted', 'list');
			await assertRejects(promptly(backend.get(id, options), 'get'), 'aborted', 'get');
		},
	},
	{
		name: 'abort: a read that is on its way rejects with aborted, and the next one works',
		async check(make) {
			const { backend, call, add } = await openStage(make);
			const { id } = await add();
			const reads: ((signal: AbortSignal) => Promise<unknown>)[] = [
				(signal) => backend.list({}, { ...call, signal }),
				(signal) => backend.get(id, { ...call, signal }),
			];
			for (const read of reads) {
				const controller = new AbortController();
				const reading = read(controller.signal);
				controller.abort();
				await assertRejects(promptly(reading, 'an aborted read'), 'aborted', 'an aborted read');
				await promptly(read(new AbortController().signal), 'the read after an aborted one');
			}
		},
	},
	{
		name: 'abort: a write whose signal is aborted already writes nothing',
		applies: ({ write }) => write.create && write.update,
		async check(make) {
			const { backend, call, add } = await openStage(make);
			const customer = await add();
			const options = { ...call, signal: AbortSignal.abort() };
			const email = freshEmail();
			await assertRejects(promptly(backend.create({ email }, options), 'create'), 'aborted', 'create');
			await assertRejects(promptly(backend.update(customer.id, { name: 'Late' }, options), 'update'), 'aborted', 'update');
			assertSame(await backend.get(customer.id, call), customer, 'the customer after an aborted update');
			assert((await backend.create({ email }, call)).outcome !== 'existing', 'an aborted create made a customer');
		},
	},
	{
		name: 'abort: afterwards it does no harm',
		async check(make) {
			const { backend, call, add } = await openStage(make);
			const customer = await add();
			const controller = new AbortController();
			const read = await backend.get(customer.id, { ...call, signal: controller.signal });
			controller.abort();
			assertSame(read, customer, 'what was read before the abort');
		},
	},
	{
		name: 'id: a malformed one is not_found, whatever it would lead to',
		async check(make) {
			const { backend, call, add, capabilities } = await openStage(make);
			await add();
			const pattern = backend.idPattern ?? defaultIdPattern;
			for (const id of malformedIds.filter((id) => id.search(pattern) !== 0)) {
				await assertRejects(() => backend.get(id, call), 'not_found', `get(${JSON.stringify(id)})`);
				await assertRejects(
					() => backend.update(id, { name: 'Nobody' }, call),
					updateOfNobody(capabilities),
					`update(${JSON.stringify(id)})`,
				);
			}
			for (const id of [undefined, null, 7, {}] as unknown as string[])
				await assertRejects(() => backend.get(id, call), 'not_found', `get(${id})`);
		},
	},
	{
		name: 'id: one that nobody has is not_found',
		async check(make) {
			const { backend, call, add, capabilities } = await openStage(make);
			const { id } = await add();
			// Some customer's id but for its last character: no prefix, no case folding.
			const similar = [`${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`, `cus_${token()}`, `${id}x`];
			for (const other of similar.filter((other) => other.search(backend.idPattern ?? defaultIdPattern) === 0)) {
				await assertRejects(backend.get(other, call), 'not_found', `get(${other})`);
				await assertRejects(backend.update(other, { name: 'Nobody' }, call), updateOfNobody(capabilities), `update(${other})`);
			}
		},
	},
	{
		name: 'id: answers are about the customer who was asked for, and ids fit the pattern',
		async check(make) {
			const { backend, call, addMany, capabilities } = await openStage(make);
			const customers = await addMany([{}, {}, {}]);
			for (const { id } of customers) {
				assert(id.search(backend.idPattern ?? defaultIdPattern) === 0, `the id ${id} does not fit the backend's pattern`);
				assert((await backend.get(id, call)).id === id, 'get answered another customer');
				if (capabilities.write.update)
					assert((await backend.update(id, { name: 'Asked' }, call)).id === id, 'update answered another customer');
			}
		},
	},
];
