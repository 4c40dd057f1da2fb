import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../demo/server/folderLock';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'customers-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = () => join(folder, 'demo.lock');

describe('the lock of the demo’s folder', () => {
	it('is taken, given back, and may be taken again', () => {
		lockFolder(folder)();
		expect(existsSync(lock())).toBe(false);
		lockFolder(folder)();
	});

	it('holds while its process runs, and is taken over once that has ended', async () => {
		const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
		writeFileSync(lock(), String(holder.pid));
		expect(() => lockFolder(folder)).toThrow(`process ${holder.pid}`);
		const ended = new Promise((resolve) => holder.once('exit', resolve));
		holder.kill('SIGKILL');
		await ended;
		lockFolder(folder)();
	});

	it.each(['', 'not a number', String(process.pid)])('is taken over when it says "%s": no other process can have written that', (text) => {
		writeFileSync(lock(), text);
		lockFolder(folder)();
	});

	it('is not given back by a process that lost it', () => {
		const unlock = lockFolder(folder);
		writeFileSync(lock(), '1');
		unlock();
		expect(existsSync(lock())).toBe(true);
	});
});
