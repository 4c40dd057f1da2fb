const columns = 'id, name, email, phone, country, created';
const order = 'ORDER BY created DESC, id DESC LIMIT 21';

/** The pages that one writes oneself: what is typed anywhere in a column, and words that begin so. */
export const byHand = {
	ilike: (query) => [
		`SELECT ${columns} FROM by_hand WHERE scope = 'acme' AND (name ILIKE $1 OR email ILIKE $1 OR phone ILIKE $1 OR id ILIKE $1) ${order}`,
		[`%${query}%`],
	],
	tsvector: (query) => [
		`SELECT ${columns} FROM by_hand WHERE scope = 'acme' AND words @@ to_tsquery('simple', $1) ${order}`,
		[
			query
				.split(/\s+/)
				.filter((word) => word !== '')
				.map((word) => `'${word.replace(/['\\]/g, '')}':*`)
				.join(' & '),
		],
	],
};
