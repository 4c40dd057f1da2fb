import { type Customer, formatRelative, useCustomers } from '../../src/index';
import { Link } from './router';
import { useSpoken, useWords } from './useWords';

const shown = 6;

/** Who came last. Each has its place before it is known who it is. */
export function Newest() {
	const words = useWords();
	const { data, isError } = useCustomers({ limit: shown });
	const rows: (Customer | null)[] = data ? data.data : Array(shown).fill(null);
	return (
		<section className="newest" aria-labelledby="newest" aria-busy={!data && !isError}>
			<header>
				<h2 id="newest">{words.newest}</h2>
				<Link href="/admin/customers">{words.viewAll}</Link>
			</header>
			{isError ? (
				<p role="alert">{words.failed}</p>
			) : rows.length === 0 ? (
				<p>{words.nobody}</p>
			) : (
				<ul>
					{rows.map((customer, at) => (
						<li key={customer?.id ?? at}>{customer && <Row customer={customer} />}</li>
					))}
				</ul>
			)}
		</section>
	);
}

function Row({ customer: { id, name, email, created } }: { customer: Customer }) {
	const spoken = useSpoken();
	const title = name ?? email ?? id;
	return (
		<>
			<span className="avatar soft" aria-hidden="true">
				{lettersOf(title)}
			</span>
			<span className="who">
				<Link href={`/admin/customers/${encodeURIComponent(id)}`}>
					<bdi translate="no">{title}</bdi>
				</Link>
				<small>
					<bdi translate="no">{name ? email : ''}</bdi>
				</small>
			</span>
			<small>{created && formatRelative(spoken, created, Math.max(Date.now(), Date.parse(created)))}</small>
		</>
	);
}

/** As the list has them: of the first and the last word where both have capitals, else of the first alone. */
function lettersOf(title: string): string {
	const [first] = new Intl.Segmenter().segment(title);
	const last = /^\p{Lu}.*\s(\p{Lu})\S*$/u.exec(title)?.[1];
	return `${first?.segment.toLocaleUpperCase() ?? ''}${last ?? ''}`;
}
