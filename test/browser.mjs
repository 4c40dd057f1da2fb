// Finds the Chromium that the browser tests drive, or installs one: `node test/browser.mjs` (part of `npm test`).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

const cache = fileURLToPath(new URL('../.cache/browser/', import.meta.url));
const remembered = join(cache, 'path.txt');

/** Where Chrome and Chromium are usually installed on this platform. */
function systemPaths() {
	const { env, platform } = process;
	if (platform === 'darwin') {
		return ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
	}
	if (platform === 'win32') {
		return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
			.filter((folder) => folder !== undefined)
			.map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
	}
	const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
	return (env.PATH ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name)));
}

/** Whether the file is there and starts (a snap stub or a missing library does not). */
function runs(path) {
	if (!existsSync(path)) return false;
	if (process.platform === 'win32') return true;
	return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/**
 * The browser to launch: `CHROME_PATH`, the system's, Playwright's own, the one unpacked before.
 * @returns {string | undefined} its path, or `undefined` where there is none
 */
export function findBrowser() {
	if (process.env.CHROME_PATH) {
		if (!existsSync(process.env.CHROME_PATH)) throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist.`);
		return process.env.CHROME_PATH;
	}
	const installed = existsSync(remembered) ? [readFileSync(remembered, 'utf8')] : [];
	return [...systemPaths(), chromium.executablePath(), ...installed].find(runs);
}

async function attempt(what, install) {
	process.stdout.write(`Browser: trying ${what} …\n`);
	try {
		return await install();
	} catch (error) {
		process.stdout.write(`Browser: ${what} did not work (${error instanceof Error ? error.message.split('\n')[0] : error}).\n`);
		return undefined;
	}
}

/** The Chromium that ships inside an npm package, unpacked under the checkout together with the libraries it needs. */
async function fromNpm() {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	const { default: packed, inflate } = await import('@sparticuz/chromium');
	mkdirSync(cache, { recursive: true });
	const previous = process.env.TMPDIR;
	process.env.TMPDIR = cache;
	const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..', 'bin');
	try {
		const path = await packed.executablePath(bin);
		await inflate(join(bin, 'al2023.tar.br'));
		const libraries = join(cache, 'al2023', 'lib');
		const wrapper = join(cache, 'chromium.sh');
		writeFileSync(wrapper, `#!/bin/sh\nLD_LIBRARY_PATH="${libraries}:$LD_LIBRARY_PATH" exec "${path}" "$@"\n`, { mode: 0o755 });
		return runs(wrapper) ? wrapper : undefined;
	} finally {
		if (previous === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = previous;
	}
}

function fromPlaywright() {
	const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
	execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
	return runs(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function fromDebian() {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
	execFileSync('apt-get', ['update'], { stdio: 'ignore', timeout: 300_000 });
	execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core'], {
		stdio: 'ignore',
		timeout: 600_000,
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	});
	return systemPaths().find(runs);
}

/** Installs a browser and remembers where. Throws with what to do when no way works. */
async function installBrowser() {
	const path =
		(await attempt("Playwright's own", fromPlaywright)) ??
		(await attempt("Debian's package", fromDebian)) ??
		(await attempt('the one packed for npm', fromNpm));
	if (path === undefined) {
		throw new Error(
			'The browser tests need Chrome or Chromium, and none was found or could be installed. ' +
				'Install Google Chrome or Chromium, or set CHROME_PATH to its executable, and run the tests again.',
		);
	}
	mkdirSync(cache, { recursive: true });
	writeFileSync(remembered, path);
	return path;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	try {
		process.stdout.write(`Browser: ${findBrowser() ?? (await installBrowser())}\n`);
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
		process.exitCode = 1;
	}
}
