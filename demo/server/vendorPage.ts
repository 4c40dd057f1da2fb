import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Shop } from './shop';

/** The page that plays the vendor's: pay or turn back, without a card. */
export function createVendorPage({ vendor }: Pick<Shop, 'vendor'>): Hono {
	const page = new Hono();
	page.get('/', (context) => {
		const session = vendor.session(context.req.query('session') ?? '');
		context.header('Cache-Control', 'no-store');
		if (!session) return context.html(frame('Nothing to pay', html`<p>This page has expired.</p>`), 404);
		const { id, items } = session;
		const title = items.length > 0 ? 'Pay with the demo vendor' : 'Your billing at the demo vendor';
		return context.html(
			frame(
				title,
				html`<ul>
						${items.map(({ name, quantity }) => html`<li>${name} × ${quantity}</li>`)}
					</ul>
					<form method="post" action="/vendor/pay"><input type="hidden" name="session" value="${id}" /><button>${items.length > 0 ? 'Pay' : 'Done'}</button></form>
					<form method="post" action="/vendor/leave"><input type="hidden" name="session" value="${id}" /><button>Go back</button></form>`,
			),
		);
	});
	for (const what of ['pay', 'leave'] as const)
		page.post(`/${what}`, async (context) => {
			const { session } = await context.req.parseBody();
			return context.redirect(vendor[what](String(session)), 303);
		});
	return page;
}

function frame(title: string, body: ReturnType<typeof html>) {
	return html`<!doctype html>
		<html lang="en">
			<meta charset="utf-8" />
			<meta name="viewport" content="width=device-width" />
			<title>${title}</title>
			<main>
				<h1>${title}</h1>
				<p>No money moves here: this page stands in for a vendor’s.</p>
				${body}
			</main>
		</html>`;
}
