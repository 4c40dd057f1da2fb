import { useWords } from './useWords';

/** In place of what only an administrator may see. */
export function SignInPage({ onSignIn }: { onSignIn: () => void }) {
	const words = useWords();
	return (
		<div className="middle">
			<div className="panel">
				<h1>{words.signedOutTitle}</h1>
				<p>{words.signedOutText}</p>
				<button type="button" className="primary" onClick={onSignIn}>
					{words.signIn}
				</button>
			</div>
		</div>
	);
}
