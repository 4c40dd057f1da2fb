'use client';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { type UseUndoOptions, useUndo } from '../hooks/cache/useUndo';
import { useWords } from '../hooks/context/useWords';
import { undoWords } from '../locales/english/undoWords';
import { formatMessage } from '../locales/formatMessage';
import { Boundary } from './ui/Boundary';
import { Button } from './ui/Button';
import { focusedElement } from './ui/focusedElement';
import { Icon } from './ui/Icon';
import { slot } from './ui/slot';

/** What `UndoNotice` takes. */
export interface UndoNoticeProps extends UseUndoOptions {
	/** Of the element around the notice. */
	className?: string;
}

/**
 * Offers to undo the last edit for ten seconds or its `duration`, longer while it is pointed at or has the focus. Part of `CustomerBrowser`.
 *
 * @example
 * <UndoNotice />;
 */
export function UndoNotice(props: UndoNoticeProps) {
	return (
		<Boundary of="UndoNotice">
			<NoticeView {...props} />
		</Boundary>
	);
}

function NoticeView({ className, ...options }: UndoNoticeProps) {
	const locale = useWords(undoWords);
	const { status, edit, error, undo, dismiss, hold } = useUndo(options);
	const closeRef = useRef<HTMLButtonElement>(null);
	const [notice, setNotice] = useState<HTMLElement | null>(null);
	const side = useSideOf(notice);
	const cameFrom = useRef<Element | null>(null);
	const name = edit ? (edit.after.name ?? edit.after.email ?? edit.after.id) : '';
	const saved = formatMessage(locale.undo.saved, { name });
	const texts = {
		idle: '',
		offered: saved,
		undoing: saved,
		undone: locale.undo.undone,
		failed: [locale.undo.failed, error && locale.errors[error.code]].filter(Boolean).join(' '),
	};
	const again = status === 'failed' ? error?.retryable : status !== 'undone';

	const enter = ({ currentTarget, relatedTarget }: FocusEvent) => {
		if (currentTarget.contains(relatedTarget)) return;
		if (relatedTarget) cameFrom.current = relatedTarget;
		hold(true);
	};
	const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
		if (!currentTarget.contains(relatedTarget)) hold(false);
	};
	const close = () => {
		const back = cameFrom.current;
		dismiss();
		hold(false);
		(back as HTMLElement | null)?.focus();
	};
	const putBack = async () => {
		await undo();
		// The button that was pressed may be gone.
		setTimeout(() => focusedElement() === document.body && closeRef.current?.focus());
	};

	return (
		<div data-pc-root="" {...slot('pc-undo-root', className)} data-state={status} lang={locale.code} dir={locale.dir}>
			<p {...slot('pc-unseen')} role="status">
				{/* Another edit is heard also where it is said in the same words. */}
				<span key={JSON.stringify(edit?.after)}>{texts[status]}</span>
			</p>
			{edit && (
				// biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
				<div
					role="group"
					aria-label={locale.undo.label}
					{...slot('pc-undo')}
					ref={setNotice}
					data-side={side}
					onFocus={enter}
					onBlur={leave}
					onPointerEnter={() => hold(true)}
					onPointerLeave={() => hold(false)}
					onKeyDown={(event) => event.key === 'Escape' && close()}
				>
					<Icon name={status === 'failed' ? 'alert' : 'check'} />
					<p {...slot('pc-undo-text')}>
						<bdi>{texts[status]}</bdi>
					</p>
					{again && (
						<Button size="small" busy={status === 'undoing'} onClick={() => void putBack()}>
							{locale.undo.undo}
						</Button>
					)}
					<Button ref={closeRef} size="small" variant="ghost" icon="close" aria-label={locale.common.close} onClick={close} />
				</div>
			)}
		</div>
	);
}

/** Where the notice lies: at the end of the page, at its start while what has the focus would be beneath it. */
function useSideOf(notice: HTMLElement | null): 'start' | 'end' {
	const [side, setSide] = useState<'start' | 'end'>('end');
	useEffect(() => {
		if (!notice) return;
		let frame = 0;
		const dodge = () => {
			const focused = focusedElement();
			if (focused === document.body || notice.contains(focused)) return;
			const [one, other] = [notice, focused].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect];
			const beneath = one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right;
			// What is as large as the page is beneath it on either side.
			if (beneath && other.height < innerHeight / 2) setSide((former) => (former === 'end' ? 'start' : 'end'));
		};
		// Once the page has scrolled to what has the focus.
		const wait = () => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(dodge);
		};
		wait();
		document.addEventListener('focusin', wait);
		return () => {
			cancelAnimationFrame(frame);
			document.removeEventListener('focusin', wait);
		};
	}, [notice]);
	return side;
}
