import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the environment says about this start. */
export interface Settings {
	/** Where to listen; `null`: on this machine only. */
	host: string | null;
	port: number;
	/** Whether `PORT` was given: then another port would be a surprise. */
	portIsFixed: boolean;
	/** A real Postgres, instead of the embedded one. */
	databaseUrl: string | null;
	/** The folder of the embedded Postgres. */
	dataFolder: string;
	/** How late the demo vendor's webhooks are, in milliseconds. */
	settleMs: number;
	/** A Proyecta account, instead of customers in Postgres. */
	proyecta: { apiKey: string; baseURL: string | undefined; dialect: 'object' | 'positional' } | null;
	/** A Stripe account, instead of customers in Postgres; `webhookSecret` lets it tell of changes. */
	stripe: { secretKey: string; apiBase: URL | undefined; webhookSecret: string | undefined } | null;
}

/** Reads the settings. Throws, with what to change, on one that makes no sense. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
	const port = Number(env.PORT || 3000);
	if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is "${env.PORT}"; it must be a number from 0 to 65535.`);
	const dialect = env.PROYECTA_DIALECT || 'positional';
	if (dialect !== 'object' && dialect !== 'positional')
		throw new Error(`PROYECTA_DIALECT is "${dialect}"; it must be object or positional.`);
	const settleMs = Number(env.DEMO_SETTLE_MS || 3000);
	if (!(settleMs >= 0)) throw new Error(`DEMO_SETTLE_MS is "${env.DEMO_SETTLE_MS}"; it must be a number of milliseconds.`);
	const apiKey = env.PROYECTA_API_KEY;
	const secretKey = env.STRIPE_SECRET_KEY;
	if (apiKey && secretKey) throw new Error('PROYECTA_API_KEY and STRIPE_SECRET_KEY are both set; the customers are in one place.');
	const apiBase = env.STRIPE_API_BASE;
	if (apiBase && !URL.canParse(apiBase))
		throw new Error(`STRIPE_API_BASE is "${apiBase}"; it must be an address like http://127.0.0.1:12111.`);
	return {
		host: env.HOST || null,
		port,
		portIsFixed: Boolean(env.PORT),
		databaseUrl: env.DATABASE_URL || null,
		// The built server lies in demo/dist/server.
		dataFolder: resolve(env.DEMO_DATA || fileURLToPath(new URL('../../data', import.meta.url))),
		settleMs,
		proyecta: apiKey ? { apiKey, baseURL: env.PROYECTA_BASE_URL || undefined, dialect } : null,
		stripe: secretKey
			? { secretKey, apiBase: apiBase ? new URL(apiBase) : undefined, webhookSecret: env.STRIPE_WEBHOOK_SECRET || undefined }
			: null,
	};
}
