const order = 'ORDER BY created DESC, id DESC LIMIT 21';

/** The pages, or the totals, that one writes oneself: what is typed anywhere in a column, and words that begin so. */
export function byHand(what) {
	const [columns, rest] = what === 'total' ? ['count(*)', ''] : ['id, name, email, phone, country, created', order];
	return {
		ilike: (query) => [
			`SELECT ${columns} FROM by_hand WHERE scope = 'acme' AND (name ILIKE $1 OR email ILIKE $1 OR phone ILIKE $1 OR id ILIKE $1) ${rest}`,
			[`%${query}%`],
		],
		tsvector: (query) => [
			`SELECT ${columns} FROM by_hand WHERE scope = 'acme' AND words @@ to_tsquery('simple', $1) ${rest}`,
			[
				query
					.split(/\s+/)
					.filter((word) => word !== '')
					.map((word) => `'${word.replace(/['\\]/g, '')}':*`)
					.join(' & '),
			],
		],
	};
}
