import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { handler } from './shared/customers.server';

const app = express();
app.use((req, res, next) => (req.path.startsWith('/api/customers') ? getRequestListener(handler)(req, res) : next()));
app.use(express.json());
app.use(express.static('dist'));
app.get('/{*page}', (_req, res) => res.sendFile(resolve('dist/index.html')));
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
