import type { CDPSession } from 'playwright';

interface Snapshot {
	snapshot: { meta: { node_fields: string[]; node_types: [string[]]; edge_fields: string[]; edge_types: [string[]] } };
	nodes: number[];
	edges: number[];
	strings: string[];
}

/** Where a node is kept: by which node, under which name. */
type Keeper = { by: number; as: string };

/** What a page keeps once everything that can be collected is. */
export interface KeptHeap {
	/**
	 * Of objects, closures and texts. Not of code: the browser compiles what runs often once more, whenever it thinks it worth it; nor what
	 * it notes by itself about slow frames.
	 */
	bytes: number;
	/**
	 * The nodes that are on no page any more, those below others of them left out, each with who keeps it:
	 * `<form class="pc-form"> < .activeElement < Context < …`.
	 */
	detached: string[];
}

/** Collects what can be, and looks at the rest. */
export async function keptHeap(session: CDPSession): Promise<KeptHeap> {
	for (let time = 0; time < 4; time++) await session.send('HeapProfiler.collectGarbage');
	const snapshot = await take(session);
	const { nodes, strings } = snapshot;
	const { node_fields: fields, node_types: types } = snapshot.snapshot.meta;
	const keepers = keepersIn(snapshot);
	const read = (at: number, field: string) => nodes[at + fields.indexOf(field)]!;
	// 1 is on a page, 2 is not.
	const isDetached = (at: number) => read(at, 'detachedness') === 2;
	const way = (at: number): string[] => {
		const keeper = keepers.get(at);
		return keeper ? [strings[read(at, 'name')]!.slice(0, 80), `.${keeper.as}`, ...way(keeper.by)] : [];
	};
	const kept: KeptHeap = { bytes: 0, detached: [] };
	for (let at = 0; at < nodes.length; at += fields.length) {
		if (!['code', 'native', 'synthetic'].includes(types[0][read(at, 'type')]!)) kept.bytes += read(at, 'self_size');
		if (isDetached(at) && !isDetached(keepers.get(at)?.by ?? 0)) kept.detached.push(way(at).slice(0, 16).join(' < '));
	}
	return kept;
}

async function take(session: CDPSession): Promise<Snapshot> {
	let text = '';
	const hear = ({ chunk }: { chunk: string }) => {
		text += chunk;
	};
	session.on('HeapProfiler.addHeapSnapshotChunk', hear);
	await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
	session.off('HeapProfiler.addHeapSnapshotChunk', hear);
	return JSON.parse(text);
}

/** For all that is kept, the nearest way from the root. */
function keepersIn({ snapshot, nodes, edges, strings }: Snapshot): Map<number, Keeper> {
	const { node_fields, edge_fields, edge_types } = snapshot.meta;
	const count = node_fields.indexOf('edge_count');
	const firstEdge = new Map<number, number>();
	for (let at = 0, edge = 0; at < nodes.length; at += node_fields.length) {
		firstEdge.set(at, edge);
		edge += nodes[at + count]! * edge_fields.length;
	}
	const keepers = new Map<number, Keeper>();
	const queue = [0];
	for (const by of queue) {
		const first = firstEdge.get(by)!;
		for (let edge = first; edge < first + nodes[by + count]! * edge_fields.length; edge += edge_fields.length) {
			const [type, name, to] = [edge_types[0][edges[edge]!], edges[edge + 1]!, edges[edge + 2]!];
			if (type === 'weak' || to === 0 || keepers.has(to)) continue;
			keepers.set(to, { by, as: type === 'element' || type === 'hidden' ? String(name) : strings[name]!.slice(0, 40) });
			queue.push(to);
		}
	}
	return keepers;
}
