import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoute, routeHref } from '../../../src/components/browser/browserRoute';

describe('addresses of the browser', () => {
	it('lead back to the view they were made for, whatever the id', () => {
		const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text !== 'new' && !/^\.{1,2}$/.test(text));
		const base = fc.constantFrom('/admin/customers', '/admin/customers/', '', '/');
		fc.assert(
			fc.property(base, id, fc.constantFrom(null, 'edit' as const), (basePath, id, dialog) => {
				expect(parseRoute(basePath, routeHref(basePath, { id, dialog }))).toEqual({ id, dialog });
			}),
		);
	});

	it.each([
		['/c', { id: null, dialog: null }],
		['/c/', { id: null, dialog: null }],
		['/c/new?x=1', { id: null, dialog: 'create' }],
		['/c/cus_1/#top', { id: 'cus_1', dialog: null }],
		['/c/cus_1/edit/', { id: 'cus_1', dialog: 'edit' }],
		['/c/%E0%A4%A', { id: '%E0%A4%A', dialog: null }],
		['/c/cus_1/else', { id: null, dialog: null }],
		['/customers/cus_1', { id: null, dialog: null }],
	])('%s is understood', (path, route) => expect(parseRoute('/c', path)).toEqual(route));
});
