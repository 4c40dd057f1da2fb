import { memoryBackend } from '../../src/backends/memory';
import type { Customer, CustomerBackend, CustomerPage, ListCustomersRequest } from '../../src/server';

/** A backend that drops from what a search finds, or changes of a page, what this says. */
function searching(keep: (customer: Customer, query: string) => boolean): () => CustomerBackend {
	return listing((page, { query }) => ({ ...page, data: query ? page.data.filter((row) => keep(row, query)) : page.data }));
}

function listing(
	change: (page: CustomerPage, request: ListCustomersRequest, right: CustomerBackend) => CustomerPage | Promise<CustomerPage>,
) {
	return (): CustomerBackend => {
		const right = memoryBackend();
		return {
			...right,
			async list(request, call) {
				const page = await right.list(request, call);
				return change(page, request, right);
			},
		};
	};
}

const plain = (text: string | null) => (text ?? '').normalize('NFC').toLowerCase();
const bare = (text: string | null) => plain(text).normalize('NFD').replace(/\p{M}/gu, '');

/** Backends that say they compare folded text, and fall short of it; as `brokenBackends`. */
export const brokenSearch: Record<string, { caughtBy: string; make: () => CustomerBackend }> = {
	'folds case only': {
		caughtBy: 'fold: finds names whatever their case',
		make: searching(({ name }, query) => plain(name).includes(plain(query))),
	},
	'drops every mark, and vowels with them': {
		caughtBy: 'fold: finds names whatever their case',
		make: () => {
			const right = memoryBackend();
			return {
				...right,
				async list({ query, ...request }, call) {
					if (!query) return right.list(request, call);
					const [found, all] = await Promise.all([right.list({ query, ...request }, call), right.list({ limit: 100 }, call)]);
					const more = all.data.filter(({ name }) => bare(name).includes(bare(query)));
					return { ...found, data: [...new Map([...found.data, ...more].map((row) => [row.id, row])).values()], next: null };
				},
			};
		},
	},
	'compares apostrophes, dashes and spaces as they are': {
		caughtBy: 'fold: finds names whatever their apostrophes',
		make: searching(({ name }, query) => plain(name).includes(plain(query))),
	},
	'wants the words of a search in their order': {
		caughtBy: 'fold: finds words in any order',
		make: searching(({ name }, query) => bare(name).includes(bare(query))),
	},
	'finds a letter anywhere': {
		caughtBy: 'fold: finds words in any order',
		make: listing(async (page, { query = '' }, right) =>
			query.length > 2
				? page
				: { ...page, data: (await right.list({ limit: 100 })).data.filter(({ name }) => bare(name).includes(bare(query))) },
		),
	},
	'begins words after spaces only': {
		caughtBy: 'fold: finds words in any order',
		make: searching(({ name }, query) =>
			plain(name)
				.split(' ')
				.some((word) => word.startsWith(plain(query).split(' ')[0]!)),
		),
	},
	'finds phones by their digits alone': {
		caughtBy: 'fold: finds phones',
		make: searching(({ phone }, query) => (phone ?? '').includes(query.replace(/\D/g, '').replace(/^0+/, ''))),
	},
	'finds emails as they were typed': {
		caughtBy: 'fold: finds a domain',
		make: searching(({ email }, query) => plain(email).includes(plain(query))),
	},
	'forgets to fold what is edited': {
		caughtBy: 'fold: finds as folded what was edited',
		make: () => {
			const right = memoryBackend();
			const edited = new Set<string>();
			return {
				...right,
				update(id, patch, call) {
					edited.add(id);
					return right.update(id, patch, call);
				},
				async list(request, call) {
					const page = await right.list(request, call);
					const { query } = request;
					return query === undefined
						? page
						: { ...page, data: page.data.filter(({ id, name }) => !edited.has(id) || plain(name).includes(plain(query))) };
				},
			};
		},
	},
	...Object.fromEntries(
		(['name', '-name'] as const).map((sort) => [
			`sorts by ${sort} as bytes do`,
			{
				caughtBy: `fold: sorted by ${sort}`,
				make: () => {
					const right = memoryBackend();
					return {
						...right,
						async list(request, call) {
							if (request.sort !== sort || request.limit !== 100) return right.list(request, call);
							const page = await right.list(request, call);
							const sign = sort === 'name' ? 1 : -1;
							const named = page.data.filter(({ name }) => name !== null).sort((a, b) => (plain(a.name) < plain(b.name) ? -sign : sign));
							return { ...page, data: [...named, ...page.data.filter(({ name }) => name === null)] };
						},
					} satisfies CustomerBackend;
				},
			},
		]),
	),
};
