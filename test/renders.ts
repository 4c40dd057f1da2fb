/**
 * Counts what React renders, by the hook that its DevTools use. Loaded before React is (`test/setup.dom.ts`): React looks for it once.
 */

interface Fiber {
	type: unknown;
	flags: number;
	alternate: Fiber | null;
	child: Fiber | null;
	sibling: Fiber | null;
}

/** React's own mark of a component that did render, and was not passed by. */
const performedWork = 1;

const hook = { isDisabled: false, supportsFiber: true, renderers: new Map(), onCommitFiberUnmount() {}, onPostCommitFiberRoot() {} };
const watching = new Set<(root: Fiber) => void>();

Object.assign(globalThis, {
	__REACT_DEVTOOLS_GLOBAL_HOOK__: {
		...hook,
		inject: () => 1,
		onCommitFiberRoot: (_id: number, { current }: { current: Fiber }) => {
			for (const see of watching) see(current);
		},
	},
});

export interface Renders {
	/** Commits in which anything rendered. */
	readonly commits: number;
	/** How often each component rendered, by its name. */
	readonly byName: ReadonlyMap<string, number>;
	/** How often components rendered, all together. */
	readonly total: number;
}

/**
 * Watches what renders from now on, mounts included. Not below StrictMode: it renders everything twice, and counts once.
 *
 * @example
 * const renders = watchRenders();
 * await user.type(box, 'a');
 * expect(renders.stop().byName.get('CustomerRow')).toBeUndefined();
 */
export function watchRenders(): { now: () => Renders; stop: () => Renders } {
	const byName = new Map<string, number>();
	let commits = 0;
	const see = (root: Fiber) => {
		let any = false;
		visitRendered(root, (name) => {
			any = true;
			byName.set(name, (byName.get(name) ?? 0) + 1);
		});
		if (any) commits++;
	};
	watching.add(see);
	const now = () => ({ commits, byName: new Map(byName), total: [...byName.values()].reduce((sum, count) => sum + count, 0) });
	return {
		now,
		stop: () => {
			watching.delete(see);
			return now();
		},
	};
}

/** Components that rendered in the commit that made this tree. What React passed by still hangs on the former tree. */
function visitRendered(fiber: Fiber, tell: (name: string) => void): void {
	const { alternate } = fiber;
	const name = nameOf(fiber.type);
	if (name !== undefined && fiber.flags & performedWork) tell(name);
	if (alternate && alternate.child === fiber.child) return;
	for (let child = fiber.child; child; child = child.sibling) visitRendered(child, tell);
}

/** Functions, and what `memo` and `forwardRef` make of them; not elements, contexts or fragments. */
function nameOf(type: unknown): string | undefined {
	if (typeof type === 'function') return type.name;
	if (typeof type !== 'object' || type === null) return undefined;
	const { displayName, type: inner, render } = type as { displayName?: string; type?: unknown; render?: unknown };
	return displayName ?? nameOf(inner) ?? nameOf(render);
}
