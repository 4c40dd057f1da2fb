#!/usr/bin/env bash
# The stripe SDK looks for a refusal in the body, not in the status: an answer of 429 or 503 whose JSON has no `error`, as gateways and rate
# limiters in front of an API send them, resolves as if it were the customer. Nothing is thrown, `id` is undefined, and only
# `lastResponse.statusCode` knows. Seen with the SDK's default HTTP client and with its fetch client, with retries off. Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent stripe@23.1.0
cat > run.mjs <<'JS'
import { once } from 'node:events';
import { createServer } from 'node:http';
import Stripe from 'stripe';

const server = createServer((request, response) => {
	const status = Number(request.url.split('_').at(-1));
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ message: 'Too many requests' }));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');

let changed = false;
console.log(`node ${process.version}, stripe ${Stripe.PACKAGE_VERSION}`);
for (const [client, httpClient] of Object.entries({ default: undefined, fetch: Stripe.createFetchHttpClient() })) {
	const config = { host: '127.0.0.1', port: server.address().port, protocol: 'http', maxNetworkRetries: 0, telemetry: false };
	const stripe = new Stripe('sk_test_1', { ...config, ...(httpClient && { httpClient }) });
	for (const status of [403, 429, 503]) {
		const customer = await stripe.customers.retrieve(`cus_${status}`).catch((error) => error);
		const resolved = !(customer instanceof Error);
		console.log(
			`${client} client, ${status}: ${resolved ? `resolved, id ${customer.id}, lastResponse.statusCode ${customer.lastResponse.statusCode}` : `rejected with ${customer.type}`}`,
		);
		changed ||= !resolved || customer.id !== undefined;
	}
}
server.close();
server.closeAllConnections();
if (changed) {
	console.error('This has changed.');
	process.exit(1);
}
JS
node run.mjs
