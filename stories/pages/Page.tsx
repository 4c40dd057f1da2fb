import { Markdown } from '@storybook/addon-docs/blocks';
import { useLayoutEffect, useRef } from 'react';
import { type Part, pageText } from './pageText';

interface PageProps extends Part {
	/** A document of the repository, as it is written there. */
	text: string;
}

/** A document of the repository as a page here. */
export function Page({ text, ...part }: PageProps) {
	const page = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		for (const table of page.current!.querySelectorAll('table')) nameCells(table);
	});
	return (
		<div ref={page}>
			<Markdown>{pageText(text, part)}</Markdown>
		</div>
	);
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
