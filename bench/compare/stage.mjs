// A page of one of the subjects in a browser, and what its main thread costs.

/** How much longer the loop that always does the same may take than it did at best, before a round does not count. */
const disturbance = 1.2;

export class Stage {
	constructor(browser, origin, subject) {
		Object.assign(this, { browser, origin, subject, rate: 1, disturbed: false });
	}

	/** A page of its own, in a context of its own: nothing is cached, compiled or warm. */
	async open(path = `/${this.subject}/`) {
		await this.close();
		this.context = await this.browser.newContext({ viewport: { width: 1280, height: 900 } });
		this.page = await this.context.newPage();
		this.page.on('pageerror', (error) => process.stderr.write(`${this.subject}: ${error.stack}\n`));
		this.cdp = await this.context.newCDPSession(this.page);
		await this.cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
		await this.page.goto(this.origin + path);
		if (path === `/${this.subject}/`) await this.page.waitForFunction(() => 'bench' in globalThis);
	}

	async close() {
		await this.context?.close();
		this.context = undefined;
	}

	call(name, ...args) {
		return this.page.evaluate(([name, args]) => globalThis.bench[name](...args), [name, args]);
	}

	/** What is done within is done at a part of the processor's speed. */
	async throttled(work) {
		await this.calibrate();
		await this.cdp.send('Emulation.setCPUThrottlingRate', { rate: this.rate });
		try {
			return await work();
		} finally {
			await this.cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
			await this.calibrate();
		}
	}

	/** Looks whether something else of this machine has the processor: then the round does not count. */
	async calibrate() {
		if (!(await this.page.evaluate(() => 'bench' in globalThis))) return;
		const ms = await this.call('calibrate');
		const best = Math.min(Stage.best ?? ms, ms);
		Stage.best = best;
		if (ms > best * disturbance) this.disturbed = true;
	}

	/** Milliseconds that the page's own thread has worked so far, and at what. */
	async worked() {
		const { metrics } = await this.cdp.send('Performance.getMetrics');
		const of = (wanted) => metrics.find(({ name }) => name === wanted).value * 1000;
		return { cpu: of('TaskDuration'), script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration') };
	}

	/** Bytes that live after everything else has been collected. */
	async heap() {
		for (let time = 0; time < 3; time++) await this.cdp.send('HeapProfiler.collectGarbage');
		return (await this.cdp.send('Runtime.getHeapUsage')).usedSize;
	}

	/** Wall clock, as the page itself took it, and thread CPU of what is done within, each a `times`th of it. */
	async cost(work, times = 1) {
		const before = await this.worked();
		const wall = await work();
		const after = await this.worked();
		const spent = Object.entries(after).map(([kind, ms]) => [kind, (ms - before[kind]) / times]);
		return { wall: wall / times, ...Object.fromEntries(spent) };
	}
}
