// What rounds come to, and whether a row holds.

function at(share, figures) {
	const sorted = figures.toSorted((a, b) => a - b);
	const place = share * (sorted.length - 1);
	const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	return low + (high - low) * (place % 1);
}

const median = (figures) => at(0.5, figures);

/** Medians of all rounds, and of each round's ratio to the TanStack page, with the least and the most of them. */
export function figuresOf(by, kept) {
	const kinds = Object.keys(kept[0].ours);
	const of = (subject, kind) => kept.map((round) => round[subject]?.[kind]).filter((figure) => figure !== undefined);
	const figures = {};
	for (const kind of kinds) {
		const ratios = (subject) => kept.map((round) => (round[subject] ? round[subject][kind] / round.tanstack[kind] : Number.NaN));
		const ours = ratios('ours');
		figures[kind] = {
			ours: median(of('ours', kind)),
			tanstack: median(of('tanstack', kind)),
			plain: of('plain', kind).length > 0 ? median(of('plain', kind)) : undefined,
			ratio: median(ours),
			least: Math.min(...ours),
			most: Math.max(...ours),
			plainRatio: median(ratios('plain')),
		};
	}
	return { figures, decides: figures[by] };
}

/** Whether ours is within the bar. A row of which no round counted does not hold. */
export function isHeld({ row, kept, decides, figures }) {
	if (kept === 0) return false;
	if (row.limit !== undefined) return decides.ours <= row.limit;
	// Two frames of a gesture are no difference.
	if (row.by === 'share') return decides.ours <= decides.tanstack + 0.015 && figures.blank.ours === 0;
	return decides.ratio <= row.bar;
}

const rounded = (value) => (value === undefined ? '–' : value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));
const percent = (value) => `${(value * 100).toFixed(0)} %`;

export const headLines = [
	'| | work | speed | plain | TanStack page | ours | × TanStack page (of each round) | bar | thread CPU, × | rounds (disturbed) |',
	'|---|---|---|---:|---:|---:|---:|---:|---:|---:|',
];

export function lineOf(result) {
	const { row, rate, kept, dropped, decides, figures, by } = result;
	const what = `${row.what}${by === 'cpu' ? ', thread CPU' : ''} (\`${row.id}\`)`;
	const speed = row.loadFree ? '' : rate === 1 ? '1×' : `1/${rate}`;
	const verdict = isHeld(result) ? 'holds' : kept === 0 ? 'too busy' : '**fails**';
	const show = row.by === 'share' ? percent : rounded;
	const unit = by === 'wall' || by === 'cpu' ? ' ms' : '';
	const all = [decides.plain, decides.tanstack, decides.ours].map((value) => (value === undefined ? '–' : `${show(value)}${unit}`));
	const ratio =
		row.by === 'share' || row.limit !== undefined
			? ''
			: `**${rounded(decides.ratio)}** (${rounded(decides.least)}–${rounded(decides.most)})`;
	const bar =
		row.limit !== undefined ? `≤ ${row.limit}` : row.by === 'share' ? `≤ TanStack, 0 blank (${figures.blank.ours})` : `≤ ${row.bar}`;
	const cpu = figures.cpu && by !== 'cpu' ? rounded(figures.cpu.ratio) : '';
	return `| ${verdict} | ${what} | ${speed} | ${all.join(' | ')} | ${ratio} | ${bar} | ${cpu} | ${kept}${dropped ? ` (${dropped})` : ''} |`;
}

/** What the thread was at, in ms: `ours: script 12.0, style 3.1, layout 4.0, else 2.2`. */
export function partsOf({ figures }) {
	if (!figures.script) return [];
	return ['ours', 'tanstack', 'plain'].flatMap((subject) => {
		const of = (kind) => figures[kind][subject];
		if (of('cpu') === undefined) return [];
		const parts = ['script', 'style', 'layout'].map((kind) => `${kind} ${rounded(of(kind))}`);
		return `  ${subject}: ${parts.join(', ')}, else ${rounded(of('cpu') - of('script') - of('style') - of('layout'))}`;
	});
}
