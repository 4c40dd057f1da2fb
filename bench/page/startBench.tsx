import { QueryClient } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { memoryBackend } from '../../src/backends/memory';
import type { CustomerBackend } from '../../src/contract/backend';
import type { Customer } from '../../src/domain/customer';
import { sampleCustomers } from '../../src/testing';
import { frame, links, press, rowOf, shown, shows, type } from './shown';
import { firstSort, pageSize, type Subject } from './subject';
import { type Scrolled, scroller, watchScrolling } from './watchScrolling';

/** What can be mounted: one page, the same selectable, ten tables of one list, all customers below each other, the form. */
type Content = 'page' | 'selectable' | 'ten' | 'list' | 'form';

const newestFirst = (a: Customer, b: Customer) => (b.created ?? '').localeCompare(a.created ?? '') || b.id.localeCompare(a.id);

/** What can be done to a page from outside, by `window.bench`. */
class Bench {
	#backend = memoryBackend() as CustomerBackend;
	#customers: Customer[] = [];
	#client = new QueryClient();
	#root: Root | undefined;
	/** What each request began after. */
	#requests: (string | null | undefined)[] = [];
	#scrolled: (() => Scrolled) | undefined;

	constructor(readonly subject: Subject) {}

	clear(): void {
		this.#root?.unmount();
		this.#root = undefined;
		this.#client.clear();
	}

	/** A store of so many customers, newest first. */
	prepare(rows: number): void {
		this.clear();
		this.#customers = sampleCustomers(rows).sort(newestFirst);
		const memory = memoryBackend({ customers: this.#customers });
		this.#backend = {
			...memory,
			list: (request, call) => {
				this.#requests.push(request?.after);
				return memory.list(request, call);
			},
		};
	}

	/** How often was asked so far; only for the first page of a list, if need be: what comes after it may be fetched ahead. */
	requests(first = false): number {
		return this.#requests.filter((after) => !first || !after).length;
	}

	/** The rows of a `list` as a former visit left them in the cache. */
	async cached(): Promise<void> {
		this.#client = new QueryClient();
		const pages: unknown[] = [];
		for (let at = 0; at < this.#customers.length; at += pageSize) {
			const next = at + pageSize < this.#customers.length ? `after${at}` : null;
			pages.push({ data: this.#customers.slice(at, at + pageSize), next, previous: null });
		}
		this.#client.setQueryData(this.subject.listKey(this.#backend), { pages, pageParams: pages.map(() => null) });
		await this.subject.prepare?.(this.#client, this.#backend);
	}

	/** Milliseconds until it is painted. */
	async mount(what: Content): Promise<number> {
		if (what !== 'list') this.#client = new QueryClient();
		this.#root = createRoot(document.querySelector('#root')!);
		const rows = Math.min(this.#customers.length, pageSize) * (what === 'ten' ? 10 : 1);
		const start = performance.now();
		this.#root.render(this.subject.around(this.#client, this.#backend, this.#content(what)));
		return shown(start, () => {
			if (what === 'form') return document.querySelector('input[type="tel"]') !== null;
			return what === 'list' ? links().length >= 10 : links().length === rows;
		});
	}

	#content(what: Content): ReactNode {
		if (what === 'form') return this.subject.form();
		if (what === 'list') return this.subject.list();
		if (what !== 'ten') return this.subject.pages(what === 'selectable');
		return Array.from({ length: 10 }, (_, at) => <Fragment key={String(at)}>{this.subject.pages(false)}</Fragment>);
	}

	/** Until the page has nothing left to do. */
	async settle(): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, 150));
		await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
		await frame();
		await frame();
	}

	/** Milliseconds from a text in the search box to its painted result. */
	async search(text: string): Promise<number> {
		const { data } = await this.#backend.list({ query: text, limit: pageSize, sort: firstSort });
		const start = performance.now();
		type(text);
		return shown(start, shows(data));
	}

	async unsearch(): Promise<void> {
		type('');
		await shown(performance.now(), shows(this.#page(0)));
		await this.settle();
	}

	/** Changes one customer in the cache, as news of it would. Answers once that is painted. */
	async change(at: number): Promise<void> {
		const changed = { ...this.#customers[at]!, name: `Renamed ${performance.now()}` };
		const withIt = <P extends { data: Customer[] }>(page: P): P =>
			page.data.some(({ id }) => id === changed.id)
				? { ...page, data: page.data.map((one) => (one.id === changed.id ? changed : one)) }
				: page;
		this.#client.setQueriesData<{ data: Customer[] } | { pages: { data: Customer[] }[] }>({}, (held) => {
			if (held && 'pages' in held) return { ...held, pages: held.pages.map(withIt) };
			return held && Array.isArray(held.data) ? withIt(held) : held;
		});
		const row = rowOf(changed);
		await shown(performance.now(), () => row.textContent!.includes(changed.name));
	}

	/** Milliseconds that so many pages forward take, each painted before the next one is asked for. */
	async forward(pages: number): Promise<number> {
		const start = performance.now();
		for (let page = 1; page <= pages; page++) {
			press(/^next/i);
			await shown(performance.now(), shows(this.#page(page)));
		}
		return performance.now() - start;
	}

	async back(): Promise<void> {
		press(/^previous/i);
		await shown(performance.now(), shows(this.#page(0)));
	}

	#page(page: number): Customer[] {
		return this.#customers.slice(page * pageSize, (page + 1) * pageSize);
	}

	/** Where the middle of the list is, to scroll there. */
	middle(): { x: number; y: number } {
		const { left, top, width, height } = scroller().getBoundingClientRect();
		return { x: left + width / 2, y: top + height / 2 };
	}

	watchScrolling(): void {
		this.#scrolled = watchScrolling();
	}

	scrolled(): Scrolled {
		return this.#scrolled!();
	}

	/**
	 * Milliseconds of a loop that always does the same, the best of four: more than usual where something else has the processor.
	 * The first of a page is compiled on the way, and another may be interrupted by what the page itself leaves behind.
	 */
	calibrate(): number {
		let best = Number.POSITIVE_INFINITY;
		for (let turn = 0; turn < 4; turn++) {
			const start = performance.now();
			let state = 1;
			for (let step = 0; step < 4_000_000; step++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
			best = Math.min(best, performance.now() - start + (state === 0 ? 1 : 0));
		}
		return best;
	}
}

/** Puts what is done to a page on its `window`; opened with `?load`, it goes the whole way of somebody who comes to see fifty rows. */
export function startBench(subject: Subject): void {
	const bench = new Bench(subject);
	Object.assign(window, { bench });
	if (location.search !== '?load') return;
	bench.prepare(200);
	Object.assign(window, { loaded: bench.mount('page').then(() => performance.now()) });
}
