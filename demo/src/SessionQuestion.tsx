import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { readSession } from './api';
import { useWords } from './useWords';

interface SessionQuestionProps {
	onSignedIn: () => void;
	onLater: () => void;
}

/** Asks to sign in again above all else, forms in dialogs included, and leaves the page as it is. */
export function SessionQuestion({ onSignedIn, onLater }: SessionQuestionProps) {
	const words = useWords();
	const dialog = useRef<HTMLDialogElement>(null);
	const [state, setState] = useState<'asks' | 'sends' | 'failed'>('asks');

	useLayoutEffect(() => {
		const question = dialog.current!;
		question.showModal();
		// A dialog below takes a press beside it, and Escape, for itself.
		const over = new AbortController();
		const ownPress = (event: Event) => event.stopPropagation();
		const ownEscape = (event: KeyboardEvent) => event.key === 'Escape' && event.stopPropagation();
		question.addEventListener('pointerdown', ownPress, { signal: over.signal });
		window.addEventListener('keydown', ownEscape, { capture: true, signal: over.signal });
		return () => {
			over.abort();
			// Gives the focus back to what had it.
			question.close();
		};
	}, []);

	const signIn = () => {
		if (state === 'sends') return;
		setState('sends');
		readSession('POST').then(onSignedIn, () => setState('failed'));
	};

	// Beside the app, which a dialog hides from those who hear the page.
	return createPortal(
		<dialog
			ref={dialog}
			role="alertdialog"
			className="question panel"
			aria-labelledby="session-title"
			aria-describedby="session-text"
			onCancel={(event) => {
				event.preventDefault();
				onLater();
			}}
		>
			<h2 id="session-title">{words.sessionTitle}</h2>
			<p id="session-text">{words.sessionText}</p>
			<p className="alert" role="alert" hidden={state !== 'failed'}>
				{words.unreachable}
			</p>
			<div className="actions">
				<button type="button" onClick={onLater}>
					{words.later}
				</button>
				<button type="button" className="primary" aria-disabled={state === 'sends'} onClick={signIn}>
					{words.signInAgain}
				</button>
			</div>
		</dialog>,
		document.body,
	);
}
