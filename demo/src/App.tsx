import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { AdminPage } from './AdminPage';
import { readSession, type SessionUser } from './api';
import { BillingPage } from './BillingPage';
import { HomePage } from './HomePage';
import { languages } from './languages';
import { Link, navigate, usePath } from './router';
import { Shell, type Theme } from './Shell';
import { SignUpPage } from './SignUpPage';
import { useChoice } from './useChoice';
import { useWords, WordsContext } from './words';

const [preferred = ''] = navigator.language.split('-');

/** The host app. */
export function App() {
	const path = usePath();
	const [language, chooseLanguage] = useChoice('language', [...languages.keys()], languages.has(preferred) ? preferred : 'en');
	const [theme, chooseTheme] = useChoice<Theme>('theme', ['system', 'light', 'dark'], 'system');
	const { user, change } = useSession();
	const { locale, words, lang, dir } = languages.get(language)!;

	// Before anything is seen: from right to left all of it stands elsewhere.
	useLayoutEffect(() => {
		Object.assign(document.documentElement, { lang, dir });
		document.documentElement.dataset.theme = theme;
	}, [lang, dir, theme]);
	useEffect(() => {
		const page =
			path === '/signup'
				? words.signUp
				: path === '/billing'
					? words.billing
					: path.startsWith('/admin')
						? words.customers
						: words.overview;
		document.title = `${page} · Lotus`;
		if (path === '/admin' || path === '/admin/') navigate('/admin/customers', { replace: true });
	}, [path, words]);

	return (
		<WordsContext.Provider value={words}>
			<Shell
				path={path}
				user={user}
				onSignOut={() => change('DELETE')}
				language={language}
				onLanguage={chooseLanguage}
				theme={theme}
				onTheme={chooseTheme}
			>
				{path === '/' ? (
					<HomePage />
				) : path === '/signup' ? (
					<SignUpPage />
				) : path === '/billing' && user ? (
					<BillingPage user={user} locale={locale} onSessionLost={() => change(window.confirm(words.sessionLost) ? 'POST' : 'GET')} />
				) : /^\/(billing$|admin(\/|$))/.test(path) ? (
					user !== undefined && (
						<AdminPage
							user={user}
							locale={locale}
							onSignIn={() => change('POST')}
							// The page stays, and with it what was typed; saving again works after signing in.
							onSessionLost={() => change(window.confirm(words.sessionLost) ? 'POST' : 'GET')}
						/>
					)
				) : (
					<NotFoundPage />
				)}
			</Shell>
		</WordsContext.Provider>
	);
}

/** Who is signed in; `undefined` until the server has said so. */
function useSession() {
	const [user, setUser] = useState<SessionUser | null | undefined>();
	const change = useCallback((method: 'GET' | 'POST' | 'DELETE') => {
		readSession(method).then(setUser, () => setUser((former) => former ?? null));
	}, []);
	useEffect(() => change('GET'), [change]);
	return { user, change };
}

function NotFoundPage() {
	const words = useWords();
	return (
		<div className="middle">
			<div className="panel">
				<h1>{words.notFoundTitle}</h1>
				<p>{words.notFoundText}</p>
				<Link className="primary" href="/">
					{words.home}
				</Link>
			</div>
		</div>
	);
}
