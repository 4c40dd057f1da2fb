/** The bounds of a {@link FairMemory}. */
export interface FairMemoryOptions {
	/** How many entries there may be. */
	maxEntries: number;
	/** How large all of them may be together, in bytes. */
	maxBytes: number;
	/** How long an entry is remembered, in milliseconds. */
	ttlMs: number;
	/** The clock, in milliseconds. */
	now: () => number;
}

/** Whose an entry is, from the outside in: first the scope, say, then the actor. */
export type Owner = readonly [string, string];

interface Entry<T> {
	value: T;
	owner: Owner;
	bytes: number;
	at: number;
}

/** What the entries of one owner weigh; the parts are those of the owners within it, or its keys. */
interface Share<Parts> {
	bytes: number;
	parts: Parts;
}

/** What an entry takes besides its value: its key, its places in maps, the objects around it. */
const overhead = 400;

/**
 * Remembers what it is given, bounded in number, bytes and time, and fair: where it is too much, the oldest of the largest owner goes, and
 * within that one of its largest part. So nobody can push out what others have, however much they bring.
 */
export class FairMemory<T> {
	readonly #options: FairMemoryOptions;
	/** In the order of age. */
	readonly #entries = new Map<string, Entry<T>>();
	readonly #shares = new Map<string, Share<Map<string, Share<Set<string>>>>>();
	#bytes = 0;

	constructor(options: FairMemoryOptions) {
		this.#options = options;
	}

	get(key: string): T | undefined {
		this.#forgetOld();
		return this.#entries.get(key)?.value;
	}

	/** @param size of the value, in bytes */
	set(key: string, value: T, owner: Owner, size: number): void {
		this.#forgetOld();
		this.delete(key);
		const { maxEntries, maxBytes, now } = this.#options;
		const bytes = size + overhead;
		this.#entries.set(key, { value, owner, bytes, at: now() });
		const [outer, inner] = owner;
		const share = this.#shares.get(outer) ?? { bytes: 0, parts: new Map() };
		const part = share.parts.get(inner) ?? { bytes: 0, parts: new Set() };
		this.#shares.set(outer, share);
		share.parts.set(inner, part);
		part.parts.add(key);
		for (const each of [share, part]) each.bytes += bytes;
		this.#bytes += bytes;
		while (this.#entries.size > maxEntries || this.#bytes > maxBytes) this.#dropOne();
	}

	delete(key: string): void {
		const entry = this.#entries.get(key);
		if (!entry) return;
		const {
			bytes,
			owner: [outer, inner],
		} = entry;
		const share = this.#shares.get(outer)!;
		const part = share.parts.get(inner)!;
		this.#entries.delete(key);
		part.parts.delete(key);
		for (const each of [share, part]) each.bytes -= bytes;
		this.#bytes -= bytes;
		if (part.parts.size === 0) share.parts.delete(inner);
		if (share.parts.size === 0) this.#shares.delete(outer);
	}

	#forgetOld(): void {
		const { ttlMs, now } = this.#options;
		for (const [key, { at }] of this.#entries) {
			if (now() - at < ttlMs) break;
			this.delete(key);
		}
	}

	#dropOne(): void {
		const [oldest] = largest(largest(this.#shares.values()).parts.values()).parts;
		this.delete(oldest!);
	}
}

function largest<S extends Share<unknown>>(shares: Iterable<S>): S {
	let found: S | undefined;
	for (const share of shares) if (!found || share.bytes > found.bytes) found = share;
	return found!;
}
