import { type RouteConfig, route } from '@react-router/dev/routes';

export default [route('api/customers/*', 'routes/api.ts'), route('admin/customers/*', 'routes/customers.tsx')] satisfies RouteConfig;
