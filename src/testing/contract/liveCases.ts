import type { CallOptions, CustomerChange } from '../../contract/backend';
import { assert, assertSame } from './assert';
import { type ContractCase, openStage, type Stage, token } from './contractCase';

/** How long a change may take to be told, in milliseconds. */
const toldWithin = 2_000;

/** How long it may take until a subscriber is told anything, in milliseconds: before that, changes come as a `resync`. */
const listensWithin = 4_000;

/** What is not told by then, in milliseconds, or in ten times what the write and its telling took, is taken as not told at all. */
const silence = 50;

type Heard = readonly CustomerChange[];

/** Waits until something is heard, in milliseconds at most. */
async function hears(heard: Heard, wanted: Exclude<CustomerChange, { type: 'resync' }>, within = toldWithin): Promise<boolean> {
	const { type, id } = wanted;
	for (const end = Date.now() + within; ; ) {
		if (heard.some((change) => change.type === type && change.id === id)) return true;
		if (Date.now() >= end) return false;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

/** Waits until what was written at that time is heard, and then until whatever else comes of it should have been. */
async function heardAndDone(written: number, ...[heard, wanted]: Parameters<typeof hears>): Promise<boolean> {
	const told = await hears(heard, wanted);
	await new Promise((resolve) => setTimeout(resolve, Math.max(silence, 10 * (Date.now() - written))));
	return told;
}

/** Listens, and is sure to: over a network that begins a moment later. */
async function listening({ backend, call, add }: Stage, options: CallOptions = {}, onChange?: (change: CustomerChange) => void) {
	const heard: CustomerChange[] = [];
	const stop = backend.subscribe!(
		(change) => {
			heard.push(change);
			onChange?.(change);
		},
		{ ...call, ...options },
	);
	for (const end = Date.now() + listensWithin; ; ) {
		const { id } = await add();
		if (await hears(heard, { type: 'created', id }, 200)) return { heard, stop };
		if (Date.now() < end) continue;
		stop();
		throw new Error('a subscriber hears of no customer that is created');
	}
}

const live = ({ live }: { live: boolean }) => live;

export const liveCases: readonly ContractCase[] = [
	{
		name: 'live: every subscriber is told of what is created and changed, by id and nothing else',
		applies: live,
		async check(make) {
			const stage = await openStage(make);
			const { backend, call, add, capabilities } = stage;
			const [one, other] = await Promise.all([listening(stage), listening(stage)]);
			try {
				const { id } = await add({ name: 'Asha Rao' });
				for (const { heard } of [one, other]) assert(await hears(heard, { type: 'created', id }), 'a created customer is not told in 2 s');
				if (capabilities.write.update) {
					await backend.update(id, { email: `${token()}@example.com` }, call);
					for (const { heard } of [one, other])
						assert(await hears(heard, { type: 'updated', id }), 'a changed customer is not told in 2 s');
				}
				for (const change of [...one.heard, ...other.heard]) {
					const allowed = change.type === 'resync' ? ['type'] : ['id', 'type'];
					assertSame(Object.keys(change).sort(), allowed, 'what a change tells');
				}
			} finally {
				one.stop();
				other.stop();
			}
		},
	},
	{
		name: 'live: what is created once is told once',
		applies: live,
		async check(make) {
			const stage = await openStage(make);
			const { heard, stop } = await listening(stage);
			try {
				const { id, email } = await stage.add();
				const written = Date.now();
				await stage.backend.create({ email: email!.toUpperCase() }, stage.call);
				await heardAndDone(written, heard, { type: 'created', id });
				assertSame(
					heard.filter((change) => change.type !== 'resync' && change.id === id),
					[{ type: 'created', id }],
					'what is told of a customer who was created, and then found',
				);
			} finally {
				stop();
			}
		},
	},
	{
		name: 'live: no other scope is told',
		applies: live,
		async check(make) {
			const [one, other] = [await openStage(make), await openStage(make)];
			const [mine, theirs] = [await listening(one), await listening(other)];
			try {
				const written = Date.now();
				const { id } = await one.add();
				assert(await heardAndDone(written, mine.heard, { type: 'created', id }), 'a created customer is not told in 2 s');
				assert(!theirs.heard.some((change) => 'id' in change && change.id === id), 'a customer of another scope is told');
			} finally {
				mine.stop();
				theirs.stop();
			}
		},
	},
	{
		name: 'live: nothing is told after the end, be it called, signalled, or signalled before',
		applies: live,
		async check(make) {
			const stage = await openStage(make);
			const [called, signalled, before] = [new AbortController(), new AbortController(), new AbortController()];
			before.abort();
			const never: CustomerChange[] = [];
			stage.backend.subscribe!((change) => never.push(change), { ...stage.call, signal: before.signal })();
			stage.backend.subscribe!((change) => never.push(change), { ...stage.call, signal: before.signal });
			const ended = [await listening(stage, { signal: called.signal }), await listening(stage, { signal: signalled.signal })];
			const witness = await listening(stage);
			try {
				ended[0]!.stop();
				ended[0]!.stop();
				signalled.abort();
				const written = Date.now();
				const { id } = await stage.add();
				const told = await heardAndDone(written, witness.heard, { type: 'created', id });
				assert(told, 'who still listens is told nothing, since another ended');
				for (const { heard } of ended)
					assert(!heard.some((change) => 'id' in change && change.id === id), 'a change is told after the end');
				assertSame(never, [], 'what is told where the signal had fired before');
			} finally {
				for (const { stop } of [...ended, witness]) stop();
			}
		},
	},
	{
		name: 'live: a listener that throws disturbs neither the write nor the others',
		applies: live,
		async check(make) {
			const stage = await openStage(make);
			const throwing = await listening(stage, {}, () => {
				throw new Error('A listener threw.');
			});
			const witness = await listening(stage);
			try {
				const { id } = await stage.add();
				for (const { heard } of [witness, throwing])
					assert(await hears(heard, { type: 'created', id }), 'a change is not told, since a listener throws');
			} finally {
				throwing.stop();
				witness.stop();
			}
		},
	},
];
