import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../src/http/server/turns';

const waits = () => new AbortController().signal;

/** Works that end when they are told to, and the order in which they began. */
function stage(atOnce: number) {
	const take = createTurns(atOnce);
	const begun: string[] = [];
	const ends = new Map<string, (error?: Error) => void>();
	const enter = (owner: string, name: string, signal = waits()) =>
		take(owner, signal, () => {
			begun.push(name);
			return new Promise<string>((resolve, reject) => {
				ends.set(name, (error) => (error ? reject(error) : resolve(name)));
			});
		});
	/** Ends what runs, and what begins then, to the last. */
	const finish = async (all: Promise<unknown>[]) => {
		await new Promise(setImmediate);
		for (let at = 0; at < begun.length; at++) {
			ends.get(begun[at]!)!();
			await new Promise(setImmediate);
		}
		return Promise.all(all);
	};
	return { enter, begun, ends, finish };
}

describe('works that take turns', () => {
	it('begin in the order of their owner, and the owners one after the other', async () => {
		const { enter, begun, finish } = stage(1);
		const all = ['a1', 'a2', 'a3', 'b1', 'c1', 'b2'].map((name) => enter(name[0]!, name));
		expect(await finish(all)).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'b2']);
		expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
	});

	it('are as many at a time as may be', async () => {
		const { enter, begun, finish } = stage(2);
		const all = ['a1', 'a2', 'a3'].map((name) => enter('a', name));
		await new Promise(setImmediate);
		expect(begun).toEqual(['a1', 'a2']);
		await finish(all);
	});

	it('lose their place at once when their caller leaves, and nobody else loses one', async () => {
		const { enter, begun, finish } = stage(1);
		const caller = new AbortController();
		const staying = [enter('a', 'a1'), enter('a', 'a2')];
		const left = [enter('a', 'a3', caller.signal), enter('b', 'b1', caller.signal)];
		staying.push(enter('a', 'a4'), enter('c', 'c1'));
		caller.abort(new Error('gone'));
		for (const one of left) await expect(one).rejects.toMatchObject({ code: 'aborted', cause: { message: 'gone' } });
		expect(begun).toEqual(['a1']);
		await finish(staying);
		expect(begun).toEqual(['a1', 'a2', 'c1', 'a4']);
	});

	it('never begin for a caller that had left', async () => {
		const { enter, begun, finish } = stage(1);
		await expect(enter('a', 'a1', AbortSignal.abort(new Error('gone')))).rejects.toMatchObject({
			code: 'aborted',
			cause: { message: 'gone' },
		});
		expect(begun).toEqual([]);
		expect(await finish([enter('a', 'a2')])).toEqual(['a2']);
	});

	it('go on where their caller leaves once they have begun', async () => {
		const { enter, finish } = stage(1);
		const caller = new AbortController();
		const work = enter('a', 'a1', caller.signal);
		await new Promise(setImmediate);
		caller.abort();
		expect(await finish([work])).toEqual(['a1']);
	});

	it('give their turn to the next also where they fail', async () => {
		const { enter, ends, finish } = stage(1);
		const failing = enter('a', 'a1');
		const next = enter('b', 'b1');
		await new Promise(setImmediate);
		ends.get('a1')!(new Error('no page'));
		await expect(failing).rejects.toThrow('no page');
		await new Promise(setImmediate);
		expect(await finish([next])).toEqual(['b1']);
	});
});
