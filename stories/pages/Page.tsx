import { Markdown } from '@storybook/addon-docs/blocks';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { type Part, pageText } from './pageText';

interface PageProps extends Part {
	/** A document of the repository, as it is written there. */
	text: string;
	/** What stands below each heading of this rank is folded up, but for its first paragraph. @default nothing is */
	folds?: number;
}

/** A document of the repository as a page here. */
export function Page({ text, folds, ...part }: PageProps) {
	const page = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		for (const table of page.current!.querySelectorAll('table')) nameCells(table);
	});
	useEffect(() => (folds ? unfoldTargets(page.current!) : undefined), [folds]);
	const shown = pageText(text, part);
	const pieces = folds ? shown.split(new RegExp(`^(?=#{2,${folds}} )`, 'm')) : [shown];
	return (
		<div ref={page}>
			{pieces.map((piece, at) =>
				piece.startsWith('#'.repeat(folds ?? 9)) ? (
					// biome-ignore lint/suspicious/noArrayIndexKey: A document does not change.
					<Fold key={at} text={piece} />
				) : (
					// biome-ignore lint/suspicious/noArrayIndexKey: A document does not change.
					<Markdown key={at}>{piece}</Markdown>
				),
			)}
		</div>
	);
}

/** A heading with what it is about in a sentence, and the rest for who opens it; a search of the browser's does, too. */
function Fold({ text }: { text: string }) {
	const [heading = '', lead = '', ...rest] = text.split('\n\n');
	const says = /^[A-Z]/.test(lead) ? lead : '';
	return (
		<details className="site-fold">
			<summary>
				<Markdown>{`${heading}\n\n${says}`}</Markdown>
			</summary>
			<Markdown>{(says ? rest : [lead, ...rest]).join('\n\n')}</Markdown>
		</details>
	);
}

/** Opens what a link leads to, from here or from elsewhere. */
function unfoldTargets(page: HTMLElement): () => void {
	const unfold = (hash: string) => {
		const fold = hash.length > 1 && page.querySelector(`#${CSS.escape(decodeURIComponent(hash.slice(1)))}`)?.closest('details');
		if (fold) fold.open = true;
	};
	const stop = new AbortController();
	const { signal } = stop;
	document.addEventListener(
		'click',
		({ target }) => {
			const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="#"]');
			if (link && !link.closest('summary')) unfold(link.hash);
		},
		{ capture: true, signal },
	);
	addEventListener('hashchange', () => unfold(location.hash), { signal });
	unfold(location.hash);
	return () => stop.abort();
}

/** On a phone a row of three and more is a card, whose cells say what the head of their column does. */
function nameCells(table: HTMLTableElement) {
	const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent?.trim() ?? '');
	if (heads.length < 3) return;
	table.dataset.rows = 'cards';
	for (const { cells } of table.tBodies[0]?.rows ?? []) {
		for (const cell of cells) cell.dataset.label = heads[cell.cellIndex] ?? '';
	}
}
