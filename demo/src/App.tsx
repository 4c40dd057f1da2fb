import { QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { CustomersProvider, httpBackend } from '../../src/index';
import { AdminPage } from './AdminPage';
import { readSession, type SessionUser } from './api';
import { BillingPage } from './BillingPage';
import { HomePage } from './HomePage';
import type { Language } from './languages';
import { Link, navigate, usePath } from './router';
import { SessionQuestion } from './SessionQuestion';
import { Shell, type Theme } from './Shell';
import { SignInPage } from './SignInPage';
import { SignUpPage } from './SignUpPage';
import { useChoice } from './useChoice';
import { useLanguage } from './useLanguage';
import { SpokenContext, useWords } from './useWords';

const backend = httpBackend({ url: '/api/customers' });
const queryClient = new QueryClient();

/** The host app: around its pages one provider, which is all that the kit needs. */
export function App({ first }: { first: Language }) {
	const path = usePath();
	const { language, chosen, choose } = useLanguage(first);
	const { words, lang, dir, locale } = language;
	const [theme, chooseTheme] = useChoice<Theme>('theme', ['system', 'light', 'dark'], 'system');
	const { user, change } = useSession();
	const [ended, setEnded] = useState(false);

	// Before anything is seen: from right to left all of it stands elsewhere.
	useLayoutEffect(() => {
		Object.assign(document.documentElement, { lang, dir });
		document.documentElement.dataset.theme = theme;
	}, [lang, dir, theme]);
	useEffect(() => {
		const page = path.startsWith('/admin') ? words.customers : { '/signup': words.signUp, '/billing': words.billing }[path];
		document.title = `${page ?? words.overview} · Lotus`;
		if (path === '/admin' || path === '/admin/') navigate('/admin/customers', { replace: true });
	}, [path, words]);

	return (
		<SpokenContext.Provider value={language}>
			<CustomersProvider
				backend={backend}
				queryClient={queryClient}
				scope={user?.id ?? ''}
				{...(locale && { locale })}
				navigate={navigate}
				// The page stays, and with it what was typed; saving again works after signing in.
				onError={({ code }) => code === 'unauthenticated' && setEnded(true)}
			>
				<Shell
					path={path}
					user={user}
					onSignOut={() => change('DELETE')}
					language={chosen}
					onLanguage={choose}
					theme={theme}
					onTheme={chooseTheme}
				>
					{page(path, user, () => change('POST'))}
				</Shell>
			</CustomersProvider>
			{ended && user && (
				<SessionQuestion
					onSignedIn={() => {
						setEnded(false);
						void queryClient.invalidateQueries();
					}}
					onLater={() => setEnded(false)}
				/>
			)}
		</SpokenContext.Provider>
	);
}

/** What stands at a path; nothing while it is not known for whom. */
function page(path: string, user: SessionUser | null | undefined, onSignIn: () => void) {
	if (path === '/signup') return <SignUpPage />;
	if (!/^\/($|billing$|admin(\/|$))/.test(path)) return <NotFoundPage />;
	if (user === undefined) return null;
	if (path === '/') return <HomePage user={user} onSignIn={onSignIn} />;
	if (!user) return <SignInPage onSignIn={onSignIn} />;
	return path === '/billing' ? <BillingPage /> : <AdminPage />;
}

/** Who is signed in; `undefined` until the server has said so. */
function useSession() {
	const [user, setUser] = useState<SessionUser | null | undefined>();
	const change = useCallback((method: 'GET' | 'POST' | 'DELETE') => {
		readSession(method).then(setUser, () => setUser((former) => former ?? null));
		// The button that was pressed goes with its page.
		if (method !== 'GET') document.getElementById('content')?.focus();
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
