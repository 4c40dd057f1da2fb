import { afterAll, expect, vi } from 'vitest';

/**
 * Files of one project share their worker's modules, globals and document (`isolate: false` in vite.config.ts), which saves
 * seconds of making them for each. None may leave there what another would meet: the file that does fails, by its own name.
 */
const before = whatIsThere();

afterAll(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	vi.unstubAllEnvs();
	const left = difference(before, whatIsThere());
	if (globalThis.document) tidyPage();
	expect(left, 'What this file changed others would meet: let it put that back, or name it in test/alone.mjs').toEqual([]);
});

type Seen = Map<string, unknown>;

/** What a test may have changed for others, by what to call it. */
function whatIsThere(): Seen {
	const seen: Seen = new Map();
	look(seen, '', globalThis);
	for (const [name, value] of [...seen]) {
		if (typeof value !== 'function') continue;
		look(seen, `${name}.`, value);
		if (value.prototype) look(seen, `${name}.prototype.`, value.prototype);
	}
	look(seen, 'process.env.', { ...process.env });
	for (const event of process.eventNames()) seen.set(`listeners of the process for ${String(event)}`, process.listenerCount(event));
	if (globalThis.document) lookAtPage(seen);
	return seen;
}

function look(seen: Seen, name: string, object: object): void {
	for (const [key, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(object))) seen.set(name + key, get ?? value);
}

function lookAtPage(seen: Seen): void {
	look(seen, 'navigator.', navigator);
	look(seen, 'document.', document);
	const inHead = [...document.head.children].filter(({ localName }) => localName !== 'title');
	seen.set('<head>', inHead.map(({ outerHTML }) => outerHTML).join(''));
	seen.set('<body>', document.body.innerHTML);
	for (const element of [document.documentElement, document.body])
		for (const { name, value } of element.attributes) if (value) seen.set(`<${element.localName} ${name}>`, value);
}

/** React's mark that it listens, what TypeScript's helpers are called, and the clipboard that user-event makes and `tidyPage` takes away. */
const noTrace = /^(document\._reactListening|__|navigator\.clipboard$)/;

function difference(former: Seen, now: Seen): string[] {
	const changed = (name: string) => !Object.is(former.get(name), now.get(name));
	const names = [...new Set([...former.keys(), ...now.keys()])].filter((name) => changed(name) && !noTrace.test(name));
	// Of what was replaced as a whole nothing more is said; Node makes some of its classes when they are first asked for.
	const told = names.filter((name) => {
		const [whole] = name.split('.') as [string];
		const value = now.get(name);
		const isMade = name === whole && typeof value === 'function' && value.name === name && typeof former.get(name) === 'function';
		return name === whole ? !isMade : !changed(whole);
	});
	return told.map((name) => `${name}: ${shortly(former.get(name))} → ${shortly(now.get(name))}`);
}

/** Where a file went, what it stored, copied and called the page may stay with it: the next one begins as on a new page. */
function tidyPage(): void {
	document.head.innerHTML = '';
	document.body.innerHTML = '';
	localStorage.clear();
	sessionStorage.clear();
	history.replaceState(null, '', '/');
	Reflect.deleteProperty(navigator, 'clipboard');
}

function shortly(value: unknown): string {
	return String(value).slice(0, 200);
}
