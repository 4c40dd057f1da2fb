import { Icon } from './Icon';
import { Link } from './router';
import { useWords } from './words';

/** What the demo is, and the two ways in. */
export function HomePage() {
	const words = useWords();
	return (
		<div className="home">
			<h1>{words.homeTitle}</h1>
			<p className="lead">{words.homeText}</p>
			<ul className="cards">
				<Card href="/admin/customers" icon="customers" title={words.adminCard} text={words.adminCardText} />
				<Card href="/signup" icon="signUp" title={words.signUpCard} text={words.signUpCardText} />
			</ul>
		</div>
	);
}

function Card({ href, icon, title, text }: { href: string; icon: 'customers' | 'signUp'; title: string; text: string }) {
	const words = useWords();
	return (
		<li className="card">
			<span className="badge">
				<Icon name={icon} />
			</span>
			<h2>
				<Link href={href}>{title}</Link>
			</h2>
			<p>{text}</p>
			<span className="go" aria-hidden="true">
				<span>{`${words.open} `}</span>
				<Icon name="arrow" />
			</span>
		</li>
	);
}
