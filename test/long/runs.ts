/** How often a test of chance is tried: `npm run test:long` does it as many times more as it is told. */
export function runs(short: number): number {
	return Math.ceil(short * Number(process.env.LONG_TIMES ?? 1));
}
