'use client';
import { useId, useRef, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { tableLayoutModel } from '../../hooks/table/tableLayoutModel';
import type { ArrangedColumns } from '../../hooks/table/useArrangedColumns';
import { layoutWords } from '../../locales/english/table/layoutWords';
import { formatMessage, formatNumber } from '../../locales/formatMessage';
import { Button } from '../ui/Button';
import { downIcon } from '../ui/icons/downIcon';
import { upIcon } from '../ui/icons/upIcon';
import { slot } from '../ui/slot';
import type { TableColumn } from './columns';

interface ColumnsPanelProps {
	/** All columns in their own order, also those that are hidden. */
	columns: readonly TableColumn[];
	arranged: ArrangedColumns;
}

/** Chooses which columns are shown, in which order, and how tall the rows are. */
export function ColumnsPanel({ columns: all, arranged }: ColumnsPanelProps) {
	const locale = useWords(layoutWords);
	const { layout: words } = locale;
	const headers = new Map(all.map(({ id, header }) => [id, header]));
	const layout = tableLayoutModel([...headers.keys()], arranged);
	const { columns, density } = layout;
	const [moved, setMoved] = useState('');
	const list = useRef<HTMLUListElement>(null);
	const title = useId();
	const lone = columns.filter(({ visible }) => visible).length === 1;
	const move = (id: string, by: 1 | -1) => {
		const place = columns.findIndex((column) => column.id === id) + by + 1;
		layout.move(id, by);
		const params = { column: headers.get(id), place: formatNumber(locale, place), count: formatNumber(locale, columns.length) };
		setMoved(formatMessage(words.moved, params));
		// Its button moves with it, and a browser takes the focus from what is moved.
		requestAnimationFrame(() => {
			const buttons = list.current?.querySelectorAll<HTMLElement>('[data-move]') ?? [];
			[...buttons].find((button) => button.dataset.move === `${id} ${by}`)?.focus();
		});
	};
	return (
		<>
			<div {...slot('pc-menu-head')}>
				<p id={title}>{words.columns}</p>
				<Button variant="ghost" size="small" aria-disabled={!layout.isChanged} onClick={layout.reset}>
					{words.reset}
				</Button>
			</div>
			<ul ref={list} {...slot('pc-menu-list')} aria-labelledby={title}>
				{columns.map(({ id, visible }, index) => {
					const column = headers.get(id);
					return (
						<li key={id} {...slot('pc-menu-row')}>
							<label {...slot('pc-menu-check')}>
								<input
									type="checkbox"
									checked={visible}
									disabled={visible && lone}
									onChange={({ target }) => layout.setVisible(id, target.checked)}
								/>
								<bdi>{column}</bdi>
							</label>
							<Button
								variant="ghost"
								size="small"
								icon={upIcon}
								data-move={`${id} -1`}
								aria-label={formatMessage(words.moveUp, { column })}
								aria-disabled={index === 0}
								onClick={() => move(id, -1)}
							/>
							<Button
								variant="ghost"
								size="small"
								icon={downIcon}
								data-move={`${id} 1`}
								aria-label={formatMessage(words.moveDown, { column })}
								aria-disabled={index === columns.length - 1}
								onClick={() => move(id, 1)}
							/>
						</li>
					);
				})}
			</ul>
			<fieldset {...slot('pc-menu-choice')}>
				<legend>{words.density}</legend>
				{(['comfortable', 'compact'] as const).map((choice) => (
					<label key={choice}>
						<input type="radio" name={`${title}-density`} checked={density === choice} onChange={() => layout.setDensity(choice)} />
						<span>{words[choice]}</span>
					</label>
				))}
			</fieldset>
			<p {...slot('pc-unseen')} role="status">
				{moved}
			</p>
		</>
	);
}
