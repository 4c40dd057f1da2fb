import type { ReactNode } from 'react';
import type { SessionUser } from './api';
import { Icon } from './Icon';
import { languages } from './languages';
import { Link } from './router';
import { useWords } from './words';

export type Theme = 'system' | 'light' | 'dark';

interface ShellProps {
	path: string;
	/** `undefined` while it is not known. */
	user: SessionUser | null | undefined;
	onSignOut: () => void;
	language: string;
	onLanguage: (language: string) => void;
	theme: Theme;
	onTheme: (theme: Theme) => void;
	children: ReactNode;
}

/** The frame of every page: where one is, who one is, and how the app looks. */
export function Shell({ path, user, onSignOut, language, onLanguage, theme, onTheme, children }: ShellProps) {
	const words = useWords();
	return (
		<div className="shell">
			<a className="skip" href="#content">
				{words.skip}
			</a>
			<header className="side">
				<Link className="brand" href="/">
					<img src="/favicon.svg" alt="" width="28" height="28" />
					<span>
						<strong translate="no">Lotus</strong>
						<small>{words.tagline}</small>
					</span>
				</Link>
				<nav aria-label={words.menu}>
					<NavLink href="/" icon="overview" text={words.overview} here={path === '/'} />
					<NavLink href="/admin/customers" icon="customers" text={words.customers} here={path.startsWith('/admin')} />
					<NavLink href="/billing" icon="billing" text={words.billing} here={path === '/billing'} />
					<NavLink href="/signup" icon="signUp" text={words.signUp} here={path === '/signup'} />
				</nav>
				<div className="choices">
					<label>
						<span>{words.language}</span>
						<select value={language} onChange={(event) => onLanguage(event.target.value)}>
							{[...languages].map(([file, { name, locale }]) => (
								<option key={file} value={file} lang={locale.code} dir={locale.dir}>
									{name}
								</option>
							))}
						</select>
					</label>
					<label>
						<span>{words.theme}</span>
						<select value={theme} onChange={(event) => onTheme(event.target.value as Theme)}>
							<option value="system">{words.system}</option>
							<option value="light">{words.light}</option>
							<option value="dark">{words.dark}</option>
						</select>
					</label>
				</div>
				{user !== null && (
					<div className="person" data-state={user ? 'known' : 'unknown'}>
						<span className="avatar" aria-hidden="true">
							{user?.name.slice(0, 1)}
						</span>
						<span className="who">
							<strong translate="no">{user?.name ?? '…'}</strong>
							<small>{words.administrator}</small>
						</span>
						<button type="button" className="quiet" onClick={onSignOut} aria-label={words.signOut} title={words.signOut}>
							<Icon name="signOut" />
						</button>
					</div>
				)}
			</header>
			<main id="content" tabIndex={-1}>
				{children}
			</main>
		</div>
	);
}

function NavLink({
	href,
	icon,
	text,
	here,
}: {
	href: string;
	icon: 'overview' | 'customers' | 'billing' | 'signUp';
	text: string;
	here: boolean;
}) {
	return (
		<Link href={href} aria-current={here ? 'page' : undefined}>
			<Icon name={icon} />
			<span>{text}</span>
		</Link>
	);
}
