import { expect, it } from 'vitest';
import type { ImportFileContent } from '../../../src/hooks/transfer/importFile';
import type { CheckedImportRow, CustomerImportRow } from '../../../src/hooks/transfer/importRow';
import {
	assignField,
	beginCheck,
	beginRun,
	changeImport,
	chooseAddresses,
	countImport,
	emptyImport,
	endCheck,
	endRun,
	type ImportChange,
	type ImportState,
	leaveCheck,
	pauseRun,
	takeFile,
} from '../../../src/hooks/transfer/importState';
import { latestTask } from '../../../src/hooks/transfer/latestTask';
import { CustomerError } from '../../../src/index';

const header = ['E-Mail', ' Notes ', 'Country'];
const source = [
	{ number: 2, cells: ['a@example.com', 'x', 'India'] },
	{ number: 3, cells: ['b@example.com', 'x', 'India'] },
	{ number: 5, cells: ['a@example.com', '', 'Nepal'] },
];
const sound = ({ number, cells }: (typeof source)[number]): CheckedImportRow => {
	const email = cells[0]!;
	return { number, cells, input: { email }, key: email, issues: [] };
};
const [a, b, again] = source.map(sound) as [CheckedImportRow, CheckedImportRow, CheckedImportRow];
const checkedRows: CheckedImportRow[] = [a, { ...b, issues: [{ path: 'address.line1', code: 'required' }] }, again];
const offline = new CustomerError('offline');

const after = (state: ImportState, ...changes: ImportChange[]) => changes.reduce(changeImport, state);
const answered =
	(...outcomes: CustomerImportRow['state'][]): ImportChange =>
	({ rows }) => ({ rows: rows.map((row, at) => ({ ...row, state: outcomes[at] ?? row.state })) });
const states = ({ rows }: ImportState) => rows.map(({ state }) => state);

const format = { encoding: 'utf-8', delimiter: ';', headerRow: 1 } as const;
const content: ImportFileContent = { format, header, fields: ['email', null, 'address.country'], rows: source, top: source };
const chosen = after(emptyImport('IN'), takeFile('people.csv', { ok: true, content }));
const checked = after(chosen, beginCheck, endCheck(checkedRows));

it('takes a file with its columns guessed, their first values beside', () => {
	expect(chosen).toMatchObject({ step: 'columns', fileName: 'people.csv', format, defaultCountry: 'IN' });
	expect(chosen.columns).toEqual([
		{ header: 'E-Mail', samples: ['a@example.com', 'b@example.com'], field: 'email' },
		{ header: 'Notes', samples: ['x'], field: null },
		{ header: 'Country', samples: ['India', 'Nepal'], field: 'address.country' },
	]);
	expect(countImport(chosen)).toMatchObject({ rowCount: 3, progress: { done: 0, total: 0 } });
});

it('forgets the former file with one that cannot be imported, but for the country', () => {
	const refused = after(checked, takeFile('photo.csv', { ok: false, problem: { code: 'not_text' } }));
	expect(refused).toEqual({ ...emptyImport('IN'), fileName: 'photo.csv', fileProblem: { code: 'not_text' } });
});

it('gives a field to one column', () => {
	const fields = ({ columns }: ImportState) => columns.map(({ field }) => field);
	expect(fields(after(chosen, assignField(1, 'email')))).toEqual([null, 'email', 'address.country']);
	expect(fields(after(chosen, assignField(0, null), assignField(2, null)))).toEqual([null, null, null]);
});

it('counts rows while they are checked, and then by what will become of them', () => {
	expect(countImport(after(chosen, beginCheck, { checked: 2 })).progress).toEqual({ done: 2, total: 3 });
	expect(states(checked)).toEqual(['ready', 'problem', 'duplicate']);
	expect(countImport(checked)).toEqual({
		counts: { ready: 1, problem: 1, duplicate: 1, created: 0, existing: 0, unknown: 0, failed: 0 },
		rowCount: 3,
		addressProblems: 1,
		progress: { done: 0, total: 1 },
	});
});

it('goes back to the columns without rows, and says why rows could not be checked', () => {
	expect(after(checked, leaveCheck(null))).toMatchObject({ step: 'columns', rows: [], checkedRows: [], error: null });
	const failed = after(chosen, beginCheck, leaveCheck(offline));
	expect(failed).toMatchObject({ step: 'columns', error: offline, columns: chosen.columns });
	expect(after(failed, beginCheck).error).toBeNull();
});

it('creates rows without their addresses when told so before the first is sent', () => {
	const without = after(checked, chooseAddresses(true));
	expect(states(without)).toEqual(['ready', 'ready', 'duplicate']);
	expect(states(after(without, chooseAddresses(false)))).toEqual(states(checked));
	expect(states(after(without, leaveCheck(null), beginCheck, endCheck(checkedRows)))).toEqual(states(without));
	const running = after(checked, beginRun);
	expect(after(running, chooseAddresses(true))).toEqual(running);
});

it('waits, goes on, and is done once no row is left to send', () => {
	const paused = after(checked, chooseAddresses(true), beginRun, pauseRun(5000));
	expect(paused).toMatchObject({ step: 'paused', resumesAt: 5000 });
	expect(after(paused, pauseRun(null))).toMatchObject({ step: 'running', resumesAt: null });
	const done = after(paused, answered('created', 'failed'), endRun(null));
	expect(done).toMatchObject({ step: 'done', resumesAt: null });
	expect(countImport(done).progress).toEqual({ done: 2, total: 2 });
});

it('stops by a fault or by request, and begins again without either', () => {
	const running = after(checked, chooseAddresses(true), beginRun);
	const stopped = after(running, { isStopping: true }, answered('existing'), endRun(null));
	expect(stopped).toMatchObject({ step: 'stopped', isStopping: false, error: null });
	expect(countImport(stopped).progress).toEqual({ done: 1, total: 2 });
	const failed = after(running, answered('created', 'created'), endRun(offline));
	expect(failed).toMatchObject({ step: 'stopped', error: offline });
	expect(after(failed, beginRun)).toMatchObject({ step: 'running', error: null });
});

it('runs one task at a time, and hears of one that was stopped but not of one that was dropped', () => {
	const task = latestTask();
	const first = task.begin();
	expect([first.aborted, task.isLatest(first)]).toEqual([false, true]);
	const second = task.begin();
	expect([first.aborted, task.isLatest(first), second.aborted]).toEqual([true, false, false]);
	task.stop();
	expect([second.aborted, task.isLatest(second)]).toEqual([true, true]);
	const third = task.begin();
	task.drop();
	expect([third.aborted, task.isLatest(third), task.isLatest(second)]).toEqual([true, false, false]);
});
