import type { ProyectaClient } from '../../src/backends/proyecta';

/** Stands for the class that `@proyecta-ai/sdk` exports, which is not on the public registry. */
declare const Proyecta: new (options: {
	apiKey: string | undefined;
	maxRetries: number;
	fetchOptions: { redirect: 'error' };
}) => ProyectaClient;
export default Proyecta;
