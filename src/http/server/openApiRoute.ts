import { kitVersion } from '../protocol/kitVersion';
import { type Call, ok, type RouteResponse } from './call';
import { openApi } from './openApi';
import type { Route } from './route';

/** Where a host allows it, whoever may ask what can be done here may read it. */
export const openApiRoute: Route = { pattern: '/openapi.json', methods: { GET: 'capabilities', HEAD: 'capabilities' } };

let made: Promise<object> | undefined;

/** The protocol as OpenAPI 3.1, made once a process: that takes a third of a second. */
export async function handleOpenApi({ settings, deadline }: Call): Promise<RouteResponse> {
	made ??= openApi(kitVersion);
	const document = await deadline.run(() => made);
	return ok({ ...document, servers: [{ url: settings.basePath || '/' }] });
}
