import type { Customer } from '../../domain/customer';
import { assertSame, eventually } from './assert';
import { among, type Stage } from './contractCase';

/** The search must find exactly these of the stage's customers, and agree with itself over pages of two. */
export async function assertFinds(stage: Stage, query: string, wanted: readonly Customer[], all: readonly Customer[]): Promise<void> {
	const { search } = stage.capabilities;
	await eventually(
		async () => {
			const found = among(await stage.walk({ query, limit: 2 }), all);
			assertSame([...found].sort(), wanted.map(({ id }) => id).sort(), `searching ${JSON.stringify(query)}`);
		},
		search === false ? undefined : search.consistency,
	);
}
