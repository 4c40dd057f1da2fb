import type { SessionUser } from './api';
import { Figures } from './Figures';
import { Icon, type IconName } from './Icon';
import { Newest } from './Newest';
import { Link } from './router';
import { useWords } from './useWords';

/** What there is, at a glance, and the ways in. */
export function HomePage({ user, onSignIn }: { user: SessionUser | null; onSignIn: () => void }) {
	const words = useWords();
	return (
		<div className="page">
			<header className="head">
				<div>
					<h1>{words.homeTitle}</h1>
					<p>{words.homeText}</p>
				</div>
				{user ? (
					<div className="actions">
						<Link className="secondary" href="/admin/customers/import">
							<Icon name="upload" />
							<span>{words.importCustomers}</span>
						</Link>
						<Link className="primary" href="/admin/customers/new">
							<Icon name="plus" />
							<span>{words.newCustomer}</span>
						</Link>
					</div>
				) : (
					<div className="actions">
						<button type="button" className="primary" onClick={onSignIn}>
							{words.signIn}
						</button>
					</div>
				)}
			</header>
			{user && <Figures />}
			<div className={user ? 'columns' : undefined}>
				{user && <Newest />}
				<ul className="cards">
					<Card href="/admin/customers" icon="customers" title={words.adminCard} text={words.adminCardText} />
					<Card href="/signup" icon="signUp" title={words.signUpCard} text={words.signUpCardText} />
					<Card href="/billing" icon="billing" title={words.billingCard} text={words.billingCardText} />
				</ul>
			</div>
		</div>
	);
}

function Card({ href, icon, title, text }: { href: string; icon: IconName; title: string; text: string }) {
	return (
		<li className="card">
			<span className="badge">
				<Icon name={icon} />
			</span>
			<div>
				<h2>
					<Link href={href}>{title}</Link>
				</h2>
				<p>{text}</p>
			</div>
			<Icon name="arrow" />
		</li>
	);
}
