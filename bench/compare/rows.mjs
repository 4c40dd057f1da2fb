// What is measured, and how much of the TanStack page's figure ours may be. `by`: which figure decides; `loadFree`: it does not depend on
// how fast the machine is, so once is enough.

const letters = ['an', 'ar', 'el', 'in', 'ma', 'or', 'sa', 'ri'];

/** Of costs, kind by kind. */
function mean(costs) {
	const of = (kind) => costs.reduce((total, cost) => total + cost[kind], 0) / costs.length;
	return Object.fromEntries(Object.keys(costs[0]).map((kind) => [kind, of(kind)]));
}

/** Mounts so many times, from an empty page each. */
async function mounts(stage, what, times, before = () => {}) {
	const costs = [];
	for (let time = 0; time < times; time++) {
		await before();
		costs.push(await stage.cost(() => stage.call('mount', what)));
		await stage.call('clear');
	}
	return mean(costs);
}

/** All rows in the cache; windowing is loaded and warm unless it is the `first` time. */
function listOf(rows, first = false) {
	return async (stage) => {
		await ready(stage, rows, first);
		if (!first) {
			await stage.call('cached');
			await stage.call('mount', 'list');
			await stage.call('settle');
			await stage.call('clear');
		}
		return stage.throttled(() => mounts(stage, 'list', first ? 1 : 2, () => stage.call('cached')));
	};
}

/** A page with so many customers, opened for this row alone if it is to be the first of its kind. */
async function ready(stage, rows, fresh = false) {
	if (fresh || !stage.context) {
		await stage.open();
		stage.rows = undefined;
	}
	await stage.page.bringToFront();
	if (stage.rows !== rows) await stage.call('prepare', rows);
	else await stage.call('clear');
	stage.rows = rows;
	if (fresh) await stage.call('settle');
}

async function mounted(stage, what, rows) {
	await ready(stage, rows);
	if (what === 'list') await stage.call('cached');
	await stage.call('mount', what);
	await stage.call('settle');
}

function changeOf(what, rows) {
	return async (stage) => {
		await mounted(stage, what, rows);
		for (let time = 0; time < 4; time++) await stage.call('change', time);
		const times = 10;
		return stage.throttled(() =>
			stage.cost(async () => {
				for (let time = 0; time < times; time++) await stage.call('change', time % 5);
				return 0;
			}, times),
		);
	};
}

function scrollAt(speed) {
	return async (stage) => {
		await mounted(stage, 'list', 10_000);
		const { x, y } = await stage.call('middle');
		const scroll = (yDistance) =>
			stage.cdp.send('Input.synthesizeScrollGesture', { x, y, yDistance, speed, gestureSourceType: 'mouse', preventFling: true });
		await scroll(-speed / 2);
		await stage.call('settle');
		return stage.throttled(async () => {
			await stage.call('watchScrolling');
			await scroll(-speed * 2);
			const { due, drawn, blank } = await stage.call('scrolled');
			return { share: Math.max(0, 1 - drawn / due), blank };
		});
	};
}

export const rows = [
	{
		id: 'mount50',
		what: 'mount a page of 50, warm',
		bar: 1.5,
		by: 'wall',
		async run(stage) {
			await ready(stage, 1000);
			if (!stage.warm) for (let time = 0; time < 6; time++) await mounts(stage, 'page', 1);
			stage.warm = true;
			return stage.throttled(() => mounts(stage, 'page', 4));
		},
	},
	{
		id: 'first50',
		what: 'mount a page of 50, first of a fresh page',
		bar: 2,
		by: 'wall',
		async run(stage) {
			await ready(stage, 1000, true);
			return stage.throttled(() => mounts(stage, 'page', 1));
		},
	},
	{
		id: 'selectable50',
		what: 'the same, selectable',
		bar: 2,
		by: 'wall',
		async run(stage) {
			await ready(stage, 1000, true);
			return stage.throttled(() => mounts(stage, 'selectable', 1));
		},
	},
	{ id: 'rows1000', what: '1,000 rows, first time', bar: 2, by: 'wall', run: listOf(1000, true) },
	{ id: 'rows10000', what: '10,000 rows loaded', bar: 0.8, by: 'wall', without: ['plain'], run: listOf(10_000) },
	{ id: 'rows100000', what: '100,000 rows loaded', bar: 0.3, by: 'wall', without: ['plain'], most: 3, run: listOf(100_000) },
	{
		id: 'search',
		what: 'a search key, to the painted result',
		bar: 1.2,
		by: 'wall',
		async run(stage) {
			await mounted(stage, 'page', 1000);
			stage.letter = stage.letter ?? 0;
			const costs = [];
			await stage.throttled(async () => {
				for (let time = 0; time < 3; time++) {
					const text = letters[stage.letter++ % letters.length];
					costs.push(await stage.cost(() => stage.call('search', text)));
					await stage.call('unsearch');
				}
			});
			return mean(costs);
		},
	},
	{ id: 'change50', what: 'one customer changes, 50 rows', bar: 1, by: 'cpu', run: changeOf('page', 1000) },
	{ id: 'change1000', what: 'one customer changes, 1,000 rows', bar: 1, by: 'cpu', run: changeOf('list', 1000) },
	{ id: 'scroll2000', what: 'frames dropped, 10,000 rows at 2,000 px a second', by: 'share', without: ['plain'], run: scrollAt(2000) },
	{ id: 'scroll12000', what: 'frames dropped, 10,000 rows at 12,000 px a second', by: 'share', without: ['plain'], run: scrollAt(12_000) },
	{
		id: 'pages200',
		what: '200 pages forward (50 at a quarter of the speed), whole time',
		bar: 1.5,
		by: 'wall',
		most: 2,
		async run(stage) {
			await mounted(stage, 'page', 10_100);
			return stage.throttled(() => stage.cost(() => stage.call('forward', stage.rate > 1 ? 50 : 200)));
		},
	},
	{
		id: 'form',
		what: 'first form mount',
		bar: 0.9,
		by: 'wall',
		async run(stage) {
			await ready(stage, 50, true);
			return stage.throttled(() => mounts(stage, 'form', 1));
		},
	},
	{
		id: 'phoneKey',
		what: 'a phone key',
		bar: 0.8,
		by: 'cpu',
		async run(stage) {
			await mounted(stage, 'form', 50);
			await stage.page.locator('input[type="tel"]').click();
			await stage.page.waitForTimeout(600);
			const text = '9876543210';
			const type = async () => {
				for (const key of text) {
					await stage.page.keyboard.press(key);
					await stage.page.waitForTimeout(60);
				}
				return 0;
			};
			await type();
			await stage.page.keyboard.press('Control+A');
			await stage.page.keyboard.press('Backspace');
			return stage.throttled(() => stage.cost(type, text.length));
		},
	},
	{
		id: 'load',
		what: 'page load to 50 rows',
		bar: 1.2,
		by: 'wall',
		async run(stage) {
			await ready(stage, 50, true);
			await stage.calibrate();
			await stage.open('/blank.html');
			await stage.cdp.send('Emulation.setCPUThrottlingRate', { rate: stage.rate });
			const cost = await stage.cost(async () => {
				await stage.page.goto(`${stage.origin}/${stage.subject}/?load`);
				await stage.page.waitForFunction(() => 'loaded' in globalThis);
				return stage.page.evaluate(() => globalThis.loaded);
			});
			await stage.close();
			return cost;
		},
	},
	{
		id: 'heap',
		what: 'heap for 100,000 rows, MB',
		bar: 0.3,
		by: 'figure',
		loadFree: true,
		without: ['plain'],
		async run(stage) {
			await stage.open();
			await stage.call('prepare', 100_000);
			// What is loaded and compiled for a list is no matter of its rows.
			await stage.call('cached');
			await stage.call('mount', 'list');
			await stage.call('settle');
			await stage.call('clear');
			await stage.call('cached');
			const before = await stage.heap();
			await stage.call('mount', 'list');
			await stage.call('settle');
			const figure = ((await stage.heap()) - before) / 1e6;
			await stage.close();
			return { figure };
		},
	},
	{
		id: 'ten',
		what: 'requests: ten components of one list',
		limit: 1,
		by: 'figure',
		loadFree: true,
		async run(stage) {
			await ready(stage, 1000);
			const before = await stage.call('requests', true);
			await stage.call('mount', 'ten');
			return { figure: (await stage.call('requests', true)) - before };
		},
	},
	{
		id: 'back',
		what: 'requests: Back',
		limit: 0,
		by: 'figure',
		loadFree: true,
		async run(stage) {
			await mounted(stage, 'page', 1000);
			await stage.call('forward', 1);
			await stage.call('settle');
			const before = await stage.call('requests');
			await stage.call('back');
			await stage.call('settle');
			return { figure: (await stage.call('requests')) - before };
		},
	},
	{
		id: 'letters',
		what: 'requests: four letters',
		limit: 2,
		by: 'figure',
		loadFree: true,
		async run(stage) {
			await mounted(stage, 'page', 1000);
			const before = await stage.call('requests');
			await stage.page.locator('input[type="search"]').click();
			await stage.page.keyboard.type('asha', { delay: 100 });
			await stage.page.waitForTimeout(600);
			return { figure: (await stage.call('requests')) - before };
		},
	},
	{
		id: 'js',
		what: 'JS of table, form and dialog, KB gz',
		limit: 52,
		by: 'figure',
		loadFree: true,
		run: ({ bytes }) => ({ figure: bytes.js }),
	},
	{
		id: 'css',
		what: 'stylesheets of table, form and dialog, KB gz',
		limit: 6,
		by: 'figure',
		loadFree: true,
		run: ({ bytes }) => ({ figure: bytes.css }),
	},
];
