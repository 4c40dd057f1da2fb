'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import type { CustomerView } from '../../hooks/table/customerView';
import { customerViewsModel, maxViewName } from '../../hooks/table/customerViewsModel';
import type { TableLayout } from '../../hooks/table/tableLayout';
import type { StoredViews } from '../../hooks/table/useStoredViews';
import { viewWords } from '../../locales/english/table/viewWords';
import { formatMessage } from '../../locales/formatMessage';
import { Button, type ButtonProps } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { editIcon } from '../ui/icons/editIcon';
import { trashIcon } from '../ui/icons/trashIcon';
import { isComposing } from '../ui/isComposing';
import { slot } from '../ui/slot';
import { useEscape } from '../ui/useEscape';

/** What is being done to which view; `null` while one only chooses. */
type Task = { kind: 'save' } | { kind: 'rename' | 'remove'; id: string } | null;

interface ViewsPanelProps {
	table: Pick<CustomerTableModel, 'state' | 'initialState' | 'search' | 'setState'>;
	stored: StoredViews;
	/** What the table shows, to be kept in a view. */
	layout: TableLayout;
	close: () => void;
}

/** Chooses a saved view, and saves, renames and deletes them. */
export function ViewsPanel({ table, stored, layout, close }: ViewsPanelProps) {
	const views = customerViewsModel(table, stored);
	const { views: words } = useWords(viewWords);
	const [task, setTask] = useState<Task>(null);
	const root = useRef<HTMLDivElement>(null);
	const done = () => {
		setTask(null);
		root.current?.focus();
	};
	const end = (act: () => void) => {
		act();
		done();
	};
	const choose = (id: string | null) => {
		views.apply(id);
		close();
	};
	const row = (view: CustomerView) => {
		const { id, name } = view;
		if (task?.kind === 'rename' && task.id === id) {
			return <NameForm name={name} onSave={(next) => end(() => views.rename(id, next))} onCancel={done} />;
		}
		if (task?.kind === 'remove' && task.id === id) {
			return <RemoveQuestion name={name} onRemove={() => end(() => views.remove(id))} onCancel={done} />;
		}
		const starter = (kind: 'rename' | 'remove', icon: ButtonProps['icon']) => (
			<Button
				variant="ghost"
				size="small"
				icon={icon}
				aria-label={formatMessage(words[kind], { name })}
				onClick={() => setTask({ kind, id })}
			/>
		);
		return (
			<>
				<Choice name={name} chosen={view === views.active} onChoose={() => choose(id)} />
				{starter('rename', editIcon)}
				{starter('remove', trashIcon)}
			</>
		);
	};
	return (
		<div ref={root} tabIndex={-1} {...slot('pc-menu-body')}>
			<ul {...slot('pc-menu-list')}>
				<li {...slot('pc-menu-row')}>
					<Choice name={words.all} chosen={!views.active} onChoose={() => choose(null)} />
				</li>
				{views.views.map((view) => (
					<li key={view.id} {...slot('pc-menu-row')}>
						{row(view)}
					</li>
				))}
			</ul>
			<div {...slot('pc-menu-foot')}>
				{views.isEdited(layout) && (
					<Button variant="primary" onClick={() => end(() => views.update(layout))}>
						{words.update}
					</Button>
				)}
				{task?.kind === 'save' ? (
					<NameForm
						name=""
						onSave={(name) => {
							views.save(name, layout);
							close();
						}}
						onCancel={done}
					/>
				) : (
					!views.isFull && (
						<Button icon="plus" variant="ghost" onClick={() => setTask({ kind: 'save' })}>
							{words.saveAs}
						</Button>
					)
				)}
			</div>
		</div>
	);
}

function Choice({ name, chosen, onChoose }: { name: string; chosen: boolean; onChoose: () => void }) {
	return (
		<button type="button" {...slot('pc-menu-choose')} aria-current={chosen || undefined} onClick={onChoose}>
			<bdi>{name}</bdi>
			{chosen && <Icon name="check" />}
		</button>
	);
}

function NameForm({ name, onSave, onCancel }: { name: string; onSave: (name: string) => void; onCancel: () => void }) {
	const { views: words, common } = useWords(viewWords);
	const [text, setText] = useState(name);
	const input = useRef<HTMLInputElement>(null);
	useEscape(true, onCancel);
	useEffect(() => {
		input.current?.focus();
		input.current?.select();
	}, []);
	return (
		<form
			{...slot('pc-menu-name')}
			onSubmit={(event) => {
				event.preventDefault();
				if (text.trim()) onSave(text);
			}}
			onKeyDown={(event) => event.key === 'Enter' && isComposing(event) && event.preventDefault()}
		>
			<input
				ref={input}
				{...slot('pc-input')}
				aria-label={words.name}
				placeholder={words.name}
				value={text}
				maxLength={maxViewName}
				autoComplete="off"
				onChange={({ target }) => setText(target.value)}
			/>
			<Button type="submit" variant="primary" aria-disabled={!text.trim()}>
				{words.save}
			</Button>
			<Button variant="ghost" icon="close" aria-label={common.cancel} onClick={onCancel} />
		</form>
	);
}

function RemoveQuestion({ name, onRemove, onCancel }: { name: string; onRemove: () => void; onCancel: () => void }) {
	const { views: words, common } = useWords(viewWords);
	const question = useId();
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => button.current?.focus(), []);
	return (
		<div {...slot('pc-menu-name')}>
			<span id={question}>{formatMessage(words.removeQuestion, { name })}</span>
			<Button variant="danger" onClick={onRemove}>
				{words.confirmRemove}
			</Button>
			<Button ref={button} variant="ghost" icon="close" aria-label={common.cancel} aria-describedby={question} onClick={onCancel} />
		</div>
	);
}
