import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Settings } from './settings';

export interface Listening {
	url: string;
	/** Stops taking calls, lets the running ones end (five seconds at most), and closes. */
	close(): Promise<void>;
}

/** Listens at the wanted port, or at the next free one where nobody asked for a certain port. */
export async function listen(answer: (request: Request) => Response | Promise<Response>, settings: Settings): Promise<Listening> {
	const { host, port, portIsFixed } = settings;
	const handle = getRequestListener(answer);
	const last = portIsFixed ? port : port + 20;
	for (let at = port; ; at++) {
		try {
			return await listenAt(() => createServer(handle), host, at);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
			if (at === last)
				throw new Error(`Port ${port} is taken by another program. Stop that one, or start on another port: PORT=${port + 1} npm start.`);
		}
	}
}

async function listenAt(create: () => Server, host: string | null, port: number): Promise<Listening> {
	const servers = [await open(create(), port, host ?? '127.0.0.1')];
	const { port: bound } = servers[0]!.address() as AddressInfo;
	try {
		// Browsers may take "localhost" for either address.
		if (host === null) servers.push(await open(create(), bound, '::1'));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
			await Promise.all(servers.map(close));
			throw error;
		}
	}
	return { url: `http://${host ?? 'localhost'}:${bound}`, close: async () => void (await Promise.all(servers.map(close))) };
}

function open(server: Server, port: number, host: string): Promise<Server> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve(server);
		});
	});
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const impatient = setTimeout(() => server.closeAllConnections(), 5_000);
		server.close(() => {
			clearTimeout(impatient);
			resolve();
		});
		server.closeIdleConnections();
	});
}
