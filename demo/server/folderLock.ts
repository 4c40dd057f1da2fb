import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes the folder for this process: two processes with one embedded database would ruin it. A lock whose process has ended
 * (a crash, a power cut) is taken over. Answers the function that gives the folder back. Throws when another process holds it.
 */
export function lockFolder(folder: string): () => void {
	mkdirSync(folder, { recursive: true });
	const lock = join(folder, 'demo.lock');
	for (;;) {
		try {
			writeFileSync(lock, String(process.pid), { flag: 'wx' });
			return () => {
				if (holderOf(lock) === process.pid) rmSync(lock, { force: true });
			};
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		const holder = holderOf(lock);
		if (holder !== null && isRunning(holder)) throw taken(folder, lock, holder);
		setAside(folder, lock);
	}
}

/** Moves a lock away, and back if somebody else had just taken over the same stale one. */
function setAside(folder: string, lock: string): void {
	const aside = join(folder, `demo.lock.${process.pid}`);
	try {
		renameSync(lock, aside);
	} catch {
		return;
	}
	const holder = holderOf(aside);
	if (holder !== null && isRunning(holder)) {
		renameSync(aside, lock);
		throw taken(folder, lock, holder);
	}
	rmSync(aside, { force: true });
}

function holderOf(lock: string): number | null {
	try {
		return Number(readFileSync(lock, 'utf8')) || null;
	} catch {
		return null;
	}
}

function isRunning(pid: number): boolean {
	// In a container every start may have the same number: then the lock is from an earlier life.
	if (pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

function taken(folder: string, lock: string, holder: number): Error {
	return new Error(
		`The demo is already running on ${folder} (process ${holder}). Two at once would ruin its database. ` +
			`Stop that one, or start this one on another folder: DEMO_DATA=/some/folder npm start. ` +
			`If process ${holder} is not a demo, delete ${lock}.`,
	);
}
