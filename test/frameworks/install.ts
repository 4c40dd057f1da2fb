import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');
const { devDependencies: pinned } = manifest;

/** Where the hosts of this run are, outside of the repository, so that none finds what is installed in it. */
export const outside = mkdtempSync(join(tmpdir(), 'proyecta-customers-hosts-'));
export const removeHosts = () => rmSync(outside, { recursive: true, force: true });

/** Runs a command of a host to its end; throws with all that it printed where it fails. */
export function run(folder: string, command: string, ...args: string[]): string {
	try {
		return execFileSync(command, args, { cwd: folder, encoding: 'utf8', env: environment(folder), stdio: 'pipe' });
	} catch (error) {
		const { stdout, stderr } = error as { stdout: string; stderr: string };
		throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
	}
}

/** What a host brings is found first, a Node of its own included. */
export const environment = (folder: string): Record<string, string | undefined> => ({
	...process.env,
	NODE_ENV: '',
	NODE_OPTIONS: '',
	NEXT_TELEMETRY_DISABLED: '1',
	PATH: `${join(folder, 'node_modules/.bin')}:${join(folder, 'later/node_modules/.bin')}:${process.env.PATH}`,
});

let tarball: string | undefined;
/** The package as a host gets it. It was built before. */
function packed(): string {
	tarball ??= join(outside, run(root, 'npm', 'pack', '--silent', '--pack-destination', outside).trim().split('\n').at(-1)!);
	return tarball;
}

type Pinned = keyof typeof pinned;
/** Versions that the repository pins anyway. */
export const pick = (...names: Pinned[]) => Object.fromEntries(names.map((name) => [name, pinned[name]]));
export const peers = () => pick('react', 'react-dom', '@tanstack/react-query', 'react-hook-form');

/** Frameworks want a later Node than the kit; it comes from the registry, and npm runs on it, since it leaves out binaries for another one. */
const laterNode = 'node@22.23.3';

/** Copies a host, with what all of them share, adds the package to what it depends on, and installs both. */
export function install(name: string, dependencies: Record<string, string>, folder = join(outside, name)): string {
	cpSync(join(import.meta.dirname, 'hosts', name), folder, { recursive: true });
	cpSync(join(import.meta.dirname, 'hosts/shared'), join(folder, 'shared'), { recursive: true });
	const manifestPath = join(folder, 'package.json');
	const its = manifestOf(manifestPath);
	its.dependencies = { ...its.dependencies, 'proyecta-customers': `file:${packed()}`, ...peers(), ...dependencies };
	writeFileSync(manifestPath, JSON.stringify(its));
	run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--prefix', 'later', laterNode);
	run(folder, 'npm', 'install', '--no-audit', '--no-fund');
	return folder;
}

function manifestOf(path: string): { dependencies?: Record<string, string> } {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		return { private: true, type: 'module' } as object;
	}
}
