// npm run test:long -- 1000: what is left to chance in these tests, a thousand times as often as npm test does.
import { spawn } from 'node:child_process';

const times = Number(process.argv[2] ?? 100);
if (!(times > 0)) throw new Error('npm run test:long -- TIMES');
const vitest = spawn('npx', ['vitest', 'run', '--project', 'unit-alone', '--testTimeout', '0', 'test/long'], {
	stdio: 'inherit',
	shell: process.platform === 'win32',
	env: { ...process.env, LONG_TIMES: String(times) },
});
vitest.once('exit', (code) => {
	process.exitCode = code ?? 1;
});
