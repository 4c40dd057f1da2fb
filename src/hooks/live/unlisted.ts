import type { Query } from '@tanstack/react-query';
import { pagesOf } from '../cache/lists';

/** Those of some customers whom a list does not show. */
export function unlisted(list: Query, ids: Iterable<string>): Set<string> {
	const missing = new Set(ids);
	for (const { data } of pagesOf(list)) for (const { id } of data) missing.delete(id);
	return missing;
}
