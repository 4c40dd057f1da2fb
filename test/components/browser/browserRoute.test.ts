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
		['/c//', { id: null, dialog: null }],
		['/c/new/', { id: null, dialog: 'create' }],
		['/c/a%2Fb/edit', { id: 'a/b', dialog: 'edit' }],
		['/other/new/edit', { id: null, dialog: null }],
		['/customers/cus_1', { id: null, dialog: null }],
	])('%s is understood', (path, route) => expect(parseRoute('/c', path)).toEqual(route));

	it('has an import where there is one, and else somebody of that name', () => {
		expect(parseRoute('/c', '/c/import', true)).toEqual({ id: null, dialog: 'import' });
		expect(parseRoute('/c', routeHref('/c', { id: null, dialog: 'import' }), true)).toEqual({ id: null, dialog: 'import' });
		expect(parseRoute('/c', '/c/import')).toEqual({ id: 'import', dialog: null });
		expect(parseRoute('/c', '/c/import/edit', true)).toEqual({ id: 'import', dialog: 'edit' });
	});

	it.each(['/c/new/edit', '/c/new/x', '/c/n%65w/edit', '/c/cus_1/else', '/c/cus_1/edit/more', '/c/x/y/z', '/c//cus_1', '/c/cus_1//edit'])(
		'%s is nobody’s',
		(path) => expect(parseRoute('/c', path)).toEqual({ id: '', dialog: null }),
	);

	it('are the same however they are encoded', () => {
		const hindi = '/दुकान/ग्राहक';
		for (const base of [hindi, encodeURI(hindi), `${hindi}/`]) {
			for (const path of [`${hindi}/cus_1/edit`, `${encodeURI(hindi)}/cus%5F1/%65dit`])
				expect(parseRoute(base, path), `${path} under ${base}`).toEqual({ id: 'cus_1', dialog: 'edit' });
			expect(parseRoute(base, encodeURI(hindi))).toEqual({ id: null, dialog: null });
		}
	});
});
