// The installed version of the SDK, against a server that stands for Stripe: a call is sent once, and ends with its caller.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { stripeBackend } from 'proyecta-customers/backends/stripe';
import Stripe from 'stripe';

const calls = [];
const server = createServer((request, response) => {
	const call = { url: request.url, headers: request.headers, closed: once(response, 'close') };
	calls.push(call);
	if (request.url.endsWith('hangs')) return;
	if (request.url.endsWith('breaks')) return request.socket.destroy();
	if (request.url.endsWith('gateway')) {
		response.writeHead(502, { 'content-type': 'text/html' });
		return response.end('<html>Bad Gateway</html>');
	}
	const customer = { id: 'cus_1', object: 'customer', created: 1_700_000_000, email: 'asha@example.com', metadata: {} };
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify(request.url.startsWith('/v1/customers?') ? { object: 'list', data: [customer], has_more: false } : customer));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');

const check = (holds, what) => {
	if (!holds) throw new Error(what);
};
const codeOf = (call) =>
	call.then(
		() => 'answered',
		({ code }) => code,
	);

const stripe = new Stripe('sk_1', { host: '127.0.0.1', port: server.address().port, protocol: 'http', telemetry: false });
const backend = stripeBackend({ stripe });
const { email, created } = await backend.get('cus_1');
check(email === 'asha@example.com' && created.startsWith('2023-11-14'), 'another customer');
check((await backend.list({ limit: 1 })).data.length === 1, 'no list');
check(calls[0].headers.authorization === 'Bearer sk_1', 'no key');
check((await codeOf(backend.get('cus_gateway'))) === 'upstream_unavailable', 'a gateway’s page');
calls.length = 0;
check((await codeOf(backend.get('cus_breaks'))) === 'upstream_unavailable', 'a broken connection');
const caller = new AbortController();
const call = codeOf(backend.get('cus_hangs', { signal: caller.signal }));
while (calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
caller.abort();
check((await call) === 'aborted', 'an abort');
await calls[1].closed;
await new Promise((resolve) => setTimeout(resolve, 700));
check(calls.length === 2, `sent ${calls.length} calls instead of 2`);
server.close();
server.closeAllConnections();
console.log('this version of stripe works');
