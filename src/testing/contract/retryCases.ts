import { assert, assertRejects, assertSame } from './assert';
import { among, type ContractCase, freshEmail, openStage, token } from './contractCase';

/** Idempotency keys: the same intent, sent again after a lost answer. */
export const retryCases: readonly ContractCase[] = [
	{
		name: 'idempotency: the same key and input create once, and answer the same',
		applies: ({ write }) => write.create,
		async check(make) {
			const { backend, call, walk } = await openStage(make);
			const input = { email: freshEmail(), name: 'Retried' };
			const options = { ...call, idempotencyKey: `key-${token()}` };
			const first = await backend.create(input, options);
			for (let time = 0; time < 3; time++) assertSame(await backend.create({ ...input }, options), first, 'the answer to a retry');
			assert(among(await walk({ limit: 2 }), [first.customer]).length === 1, 'a retry made another customer');
		},
	},
	{
		name: 'idempotency: the same key with another input is idempotency_key_reused, and has no effect',
		applies: ({ write }) => write.create,
		async check(make) {
			const { backend, call } = await openStage(make);
			const options = { ...call, idempotencyKey: `key-${token()}` };
			const email = freshEmail();
			await backend.create({ email, name: 'First' }, options);
			const other = freshEmail();
			await assertRejects(
				backend.create({ email: other, name: 'First' }, options),
				'idempotency_key_reused',
				'another email under one key',
			);
			await assertRejects(backend.create({ email, name: 'Second' }, options), 'idempotency_key_reused', 'another name under one key');
			await assertRejects(backend.create({ email }, options), 'idempotency_key_reused', 'fewer fields under one key');
			assert((await backend.create({ email: other }, call)).outcome !== 'existing', 'the refused input was stored');
		},
	},
	{
		name: 'idempotency: a repeated update has one effect, though its version is stale by then',
		applies: ({ write }) => write.create && write.update,
		async check(make) {
			const { backend, call, add, capabilities } = await openStage(make);
			const { id, version } = await add();
			const condition = capabilities.conditionalUpdate !== 'none' && version !== null ? { ifVersion: version } : {};
			const options = { ...call, idempotencyKey: `key-${token()}`, ...condition };
			const first = await backend.update(id, { name: 'Once' }, options);
			assertSame(await backend.update(id, { name: 'Once' }, options), first, 'the answer to a retry');
			await backend.update(id, { name: 'Later' }, call);
			assertSame(await backend.update(id, { name: 'Once' }, options), first, 'the answer to a late retry');
			assertSame((await backend.get(id, call)).name, 'Later', 'the name after a late retry');
			await assertRejects(backend.update(id, { name: 'Other' }, options), 'idempotency_key_reused', 'another patch under one key');
		},
	},
	{
		name: 'idempotency: the same key at once makes one customer',
		applies: ({ write }) => write.create,
		async check(make) {
			const { backend, call, walk } = await openStage(make);
			const input = { email: freshEmail() };
			const options = { ...call, idempotencyKey: `key-${token()}` };
			const settled = await Promise.allSettled(Array.from({ length: 6 }, () => backend.create(input, options)));
			const answers = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value.customer] : []));
			assert(answers.length > 0, 'nobody got the customer');
			for (const result of settled)
				if (result.status === 'rejected') await assertRejects(Promise.reject(result.reason), 'idempotency_in_progress', 'a retry at once');
			assert(new Set(answers.map(({ id }) => id)).size === 1, 'one key made several customers');
			assert(among(await walk({ limit: 2 }), answers).length === 1, 'one key made several customers');
		},
	},
	{
		name: 'idempotency: a refused input is refused again for the same reason',
		applies: ({ write }) => write.create,
		async check(make) {
			const { backend, call } = await openStage(make);
			const options = { ...call, idempotencyKey: `key-${token()}` };
			const wrong = { email: 'nobody' };
			const error = await assertRejects(backend.create(wrong, options), 'validation_failed', 'a wrong email');
			const again = await assertRejects(backend.create(wrong, options), 'validation_failed', 'a wrong email, again');
			assertSame(again.issues, error.issues, 'the issues of a retry');
		},
	},
	{
		name: 'idempotency: keys of another scope are other keys',
		applies: ({ write }) => write.create,
		async check(make) {
			const [one, other] = [await openStage(make), await openStage(make)];
			const idempotencyKey = `key-${token()}`;
			const [first, second] = [{ email: freshEmail() }, { email: freshEmail() }];
			await one.backend.create(first, { ...one.call, idempotencyKey });
			const { customer } = await other.backend.create(second, { ...other.call, idempotencyKey });
			assertSame(customer.email, second.email, 'the customer of the other scope');
		},
	},
];
