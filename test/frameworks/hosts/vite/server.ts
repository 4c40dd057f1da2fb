import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { handler } from './shared/customers.server';

const app = new Hono();
app.all('/api/customers/*', (c) => handler(c.req.raw));
app.use('/*', serveStatic({ root: 'dist' }));
app.get('*', serveStatic({ path: 'dist/index.html' }));
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, () => console.log('ready'));
