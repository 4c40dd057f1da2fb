// How long an import takes to read and to check a file, as a ratio to Papa Parse alone, and to Papa Parse and the same checks in one loop.
// `node bench/import.mjs`, after `npm run build`; fails where a ratio is above its bar.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import process from 'node:process';
import Papa from 'papaparse';
import { loadPhones } from '../dist/domain/phone.js';
import { readImportRow } from '../dist/domain/readImportRow.js';
import { checkImportRows } from '../dist/hooks/transfer/checkImportRows.js';
import { readImportFile } from '../dist/hooks/transfer/readImportFile.js';

const rows = 50_000;
const rounds = 5;
const bars = { read: 1.5, 'read and check': 1.5 };

const header = 'id,Email,Name,Phone,Address Line1,City,State,Postal code,Country,Notes';
const line = (at) =>
	`cus_${at},person${at}@example.com,"Person ${at}, the ""${at % 7}th""",+9198765${String(at).padStart(5, '0')},${at} MG Road,Pune,MH,411005,India,"two\nlines"`;
const text = [header, ...Array.from({ length: rows }, (_, at) => line(at))].join('\r\n');
const file = new Blob([text]);
const signal = new AbortController().signal;
const fields = [
	null,
	'email',
	'name',
	'phone',
	'address.line1',
	'address.city',
	'address.state',
	'address.postal_code',
	'address.country',
	null,
];

const ours = () => readImportFile(file, { locale: 'en', chosen: {}, signal });
const papa = async () => Papa.parse(await file.text(), { skipEmptyLines: 'greedy' }).data;
const works = {
	read: [ours, papa],
	'read and check': [
		async () => {
			const { content } = await ours();
			return checkImportRows(content.rows, { fields, defaultCountry: undefined, locale: 'en', signal, onProgress: () => {} });
		},
		async () => {
			const phones = await loadPhones();
			const checked = [];
			for (const cells of (await papa()).slice(1)) checked.push(await readImportRow(cells, fields, { phones }));
			return checked;
		},
	],
};

async function timed(work) {
	globalThis.gc?.();
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	const began = performance.now();
	await work();
	const ms = performance.now() - began;
	delay.disable();
	return { ms, longest: delay.max / 1e6 };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

for (const [name, [own, other]] of Object.entries(works)) {
	await own();
	await other();
	const turns = [];
	for (let round = 0; round < rounds; round++) turns.push([await timed(own), await timed(other)]);
	const ratio = median(turns.map(([one, two]) => one.ms / two.ms));
	const holds = ratio <= bars[name];
	if (!holds) process.exitCode = 1;
	const ms = (at) => median(turns.map((turn) => turn[at].ms)).toFixed(0);
	const longest = median(turns.map(([one]) => one.longest)).toFixed(0);
	process.stdout.write(
		`${holds ? 'ok  ' : 'OVER'} ${name} ${rows} rows: ${ratio.toFixed(2)} of ${bars[name]} (${ms(0)} ms, Papa Parse ${ms(1)} ms), longest task ${longest} ms\n`,
	);
}
