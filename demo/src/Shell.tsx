import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SessionUser } from './api';
import { Icon, type IconName } from './Icon';
import { languageNames } from './languages';
import { Link } from './router';
import { useWords } from './useWords';

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

/**
 * The frame of every page: where one is, who one is, and how the app looks. A column; icons alone where there is less room; on a phone one
 * bar with a menu.
 */
export function Shell({ path, user, onSignOut, language, onLanguage, theme, onTheme, children }: ShellProps) {
	const words = useWords();
	const { frame, button, open, setOpen } = useMenu(path);
	return (
		<div className="shell">
			<a className="skip" href="#content">
				{words.skip}
			</a>
			<header className="side" ref={frame} data-open={open ? '' : undefined}>
				<Link className="brand" href="/">
					<img src="/favicon.svg" alt="" width="28" height="28" />
					<span>
						<strong translate="no">Lotus</strong>
						<small>{words.tagline}</small>
					</span>
				</Link>
				<button
					type="button"
					className="quiet burger"
					ref={button}
					aria-expanded={open}
					aria-controls="menu"
					aria-label={words.openMenu}
					title={words.openMenu}
					onClick={() => setOpen(!open)}
				>
					<Icon name={open ? 'close' : 'menu'} />
				</button>
				<div className="menu" id="menu">
					<nav aria-label={words.menu}>
						<NavLink href="/" icon="overview" text={words.overview} here={path === '/'} />
						<NavLink href="/admin/customers" icon="customers" text={words.customers} here={path.startsWith('/admin')} />
						<NavLink href="/billing" icon="billing" text={words.billing} here={path === '/billing'} />
						<NavLink href="/signup" icon="signUp" text={words.signUp} here={path === '/signup'} />
					</nav>
					<div className="more">
						<Choice label={words.language} value={language} onChange={onLanguage}>
							{[...languageNames].map(([file, name]) => (
								<option key={file} value={file} dir="auto">
									{name}
								</option>
							))}
						</Choice>
						<Choice label={words.theme} value={theme} onChange={(choice) => onTheme(choice as Theme)}>
							<option value="system">{words.system}</option>
							<option value="light">{words.light}</option>
							<option value="dark">{words.dark}</option>
						</Choice>
						{user !== null && <Person user={user} onSignOut={onSignOut} />}
					</div>
				</div>
			</header>
			<main id="content" tabIndex={-1}>
				{children}
			</main>
		</div>
	);
}

/** Whether the menu is open: until something is chosen in it, Escape is pressed, or one goes elsewhere. */
function useMenu(path: string) {
	const frame = useRef<HTMLElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const [openAt, setOpenAt] = useState<string | null>(null);
	const open = openAt === path;
	// biome-ignore lint/correctness/useExhaustiveDependencies: once one is elsewhere
	useEffect(() => {
		const from = document.activeElement;
		// The link that led here went with the menu.
		if (frame.current?.contains(from) && !from?.checkVisibility()) document.getElementById('content')?.focus();
	}, [path]);
	useEffect(() => {
		if (!open) return;
		const over = new AbortController();
		const { signal } = over;
		const leave = ({ target }: Event) => {
			if (target instanceof Node && !frame.current?.contains(target)) setOpenAt(null);
		};
		const escape = (event: KeyboardEvent) => {
			if (event.key !== 'Escape') return;
			setOpenAt(null);
			button.current?.focus();
		};
		document.addEventListener('pointerdown', leave, { signal });
		document.addEventListener('focusin', leave, { signal });
		document.addEventListener('keydown', escape, { signal });
		return () => over.abort();
	}, [open]);
	return { frame, button, open, setOpen: (next: boolean) => setOpenAt(next ? path : null) };
}

interface ChoiceProps {
	label: string;
	value: string;
	onChange: (value: string) => void;
	children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
	return (
		<label className="choice">
			<span>{label}</span>
			<select className="pc-select" value={value} onChange={(event) => onChange(event.target.value)}>
				{children}
			</select>
		</label>
	);
}

function Person({ user, onSignOut }: { user: SessionUser | undefined; onSignOut: () => void }) {
	const words = useWords();
	return (
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
	);
}

function NavLink({ href, icon, text, here }: { href: string; icon: IconName; text: string; here: boolean }) {
	return (
		<Link href={href} title={text} aria-current={here ? 'page' : undefined}>
			<Icon name={icon} />
			<span>{text}</span>
		</Link>
	);
}
