// Writes dist/openapi.json: OpenAPI 3.1 of the protocol, made of the handler's own routes, checks and decoders.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const { module } = await runnerImport(`${root}src/http/server/openApi.ts`, { configFile: false, logLevel: 'error' });
writeFileSync(`${root}dist/openapi.json`, `${JSON.stringify(await module.openApi(version), null, 2)}\n`);
