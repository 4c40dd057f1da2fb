import { type AddressInfo, connect } from 'node:net';
import { createWebSocketStream, WebSocketServer } from 'ws';

/** What stands before a Neon database: each WebSocket is carried to the `address` that it names. */
export async function startWebSocketProxy() {
	const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
	await new Promise((resolve) => server.once('listening', resolve));
	server.on('connection', (socket, { url }) => {
		const [host, port] = new URL(url!, 'ws://proxy.test').searchParams.get('address')!.split(':');
		const database = connect(Number(port), host);
		const stream = createWebSocketStream(socket);
		for (const each of [database, stream]) each.on('error', () => socket.terminate());
		stream.pipe(database).pipe(stream);
	});
	const { port } = server.address() as AddressInfo;
	return {
		address: (host: string, databasePort: number | string) => `127.0.0.1:${port}/v1?address=${host}:${databasePort}`,
		stop: () => new Promise((resolve) => server.close(resolve)),
	};
}
