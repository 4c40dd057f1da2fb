import { useEffect, useState } from 'react';
import { memoryBackend } from '../../src/backends/memory';
import { postgresBackend } from '../../src/backends/postgres';
import { type ProyectaClient, proyectaBackend } from '../../src/backends/proyecta';
import { type StripeClient, stripeBackend } from '../../src/backends/stripe';
import type { Capabilities as Offered } from '../../src/index';

const never = (): Promise<never> => Promise.reject(new Error('Nothing is called here.'));

/** A client that has every method of these names: what a backend offers depends on what its client has. */
function clientWith(methods: RegExp): unknown {
	const client: unknown = new Proxy(
		{},
		{ get: (_target, name) => (methods.test(String(name)) ? never : name === 'then' ? undefined : client) },
	);
	return client;
}

const stripe = clientWith(/^(list|search|retrieve|create|update|cancel)$/) as StripeClient;
const proyecta = clientWith(/^(list|get|create|update|cancel|check|checkout|billingPortal)$/) as ProyectaClient;
const listen = () => Promise.resolve({ stop: () => {} });

/** Each backend with all that it can be given. */
const backends = {
	Memory: memoryBackend({ billing: { plans: [], grants: {} } }),
	Postgres: postgresBackend({ query: never, listen: listen as never }),
	Stripe: stripeBackend({ stripe, changes: { subscribe: () => () => {} } }),
	'Proyecta (object)': proyectaBackend({ client: proyecta }),
	'Proyecta (positional)': proyectaBackend({ client: proyecta, dialect: 'positional' }),
};

const yes = (offered: boolean) => (offered ? 'yes' : '–');
const list = (offered: readonly string[]) => offered.join(', ') || '–';

const timings = { immediate: 'now', at_billing_period_end: 'at the period’s end' };

/** The fields to sort by, and which way where it is not both. */
function orders(sort: readonly string[]): string {
	const fields = [...new Set(sort.map((order) => order.replace('-', '')))];
	return list(
		fields.map((field) => (sort.includes(field) ? (sort.includes(`-${field}`) ? field : `${field}, ascending`) : `${field}, descending`)),
	);
}

/** What is asked of each, in words. */
const rows: Record<string, (offered: Offered) => string> = {
	create: ({ write }) => yes(write.create),
	update: ({ write }) => yes(write.update),
	'clear a field': ({ write }) => list(write.clear),
	'ids of your own': ({ write }) => yes(write.customId),
	'one customer an email': ({ createByEmail }) => createByEmail,
	'refuse a stale edit': ({ conditionalUpdate }) => conditionalUpdate,
	search: ({ search }) => (search ? list(search.fields) : '–'),
	'search sees a write': ({ search }) => (search ? (search.consistency === 'strong' ? 'at once' : 'a little later') : '–'),
	'search from': ({ search }) => (search ? `${search.minLength} ${search.minLength === 1 ? 'character' : 'characters'}` : '–'),
	filters: ({ filter }) => list(Object.entries(filter).flatMap(([name, offered]) => (offered ? name : []))),
	orders: ({ sort }) => orders(sort),
	'back a page': ({ paging }) => yes(paging.backward),
	totals: ({ paging }) => list(paging.total),
	export: (offered) => yes(offered.export),
	'live changes': ({ live }) => yes(live),
	entitlements: ({ entitlements }) => yes(entitlements),
	checkout: ({ checkout }) => yes(checkout),
	'billing portal': ({ billingPortal }) => yes(billingPortal),
	subscriptions: ({ subscriptions }) => yes(subscriptions !== false),
	'cancel and resume': ({ subscriptions }) =>
		subscriptions ? list([...subscriptions.cancel.map((timing) => timings[timing]), ...(subscriptions.resume ? ['resume'] : [])]) : '–',
};

/** What each backend can do, as it says itself. */
export function Capabilities() {
	const [offered, setOffered] = useState<[string, Offered][]>([]);
	useEffect(() => {
		const asked = Object.entries(backends).map(async ([name, backend]) => [name, await backend.capabilities()] as [string, Offered]);
		Promise.all(asked).then(setOffered);
	}, []);
	return (
		<div className="site-scroll">
			{offered.length === 0 && <span className="site-unwritten" hidden />}
			<table>
				<thead>
					<tr>
						<th scope="col" />
						{offered.map(([name]) => (
							<th key={name} scope="col">
								{name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{Object.entries(rows).map(([what, say]) => (
						<tr key={what}>
							<th scope="row">{what}</th>
							{offered.map(([name, each]) => (
								<td key={name}>{say(each)}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
