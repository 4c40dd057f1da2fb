const mask = 2 ** 32;
const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The first bits of the square roots and the cube roots of the first 64 primes, which the standard starts from and mixes in. */
const [squares, cubes]: [number[], number[]] = [[], []];
for (let number = 2; cubes.length < 64; number++) {
	let divisor = 2;
	while (number % divisor) divisor++;
	if (divisor < number) continue;
	squares.push((number ** (1 / 2) * mask) | 0);
	cubes.push((number ** (1 / 3) * mask) | 0);
}

/** SHA-256 as FIPS 180-4 has it, for pages whose browser keeps `crypto.subtle` to those that are served over https. */
export function sha256(bytes: Uint8Array): Uint8Array {
	const padded = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) << 6));
	new Uint8Array(padded.buffer).set(bytes);
	padded.setUint8(bytes.length, 0x80);
	padded.setBigUint64(padded.byteLength - 8, BigInt(bytes.length) * 8n);
	const state = squares.slice(0, 8);
	const words = new Int32Array(64);
	for (let block = 0; block < padded.byteLength; block += 64) {
		let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
		for (let round = 0; round < 64; round++) {
			if (round < 16) words[round] = padded.getInt32(block + round * 4);
			else {
				const [early, late] = [words[round - 15]!, words[round - 2]!];
				const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
				const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
				words[round] = words[round - 16]! + first + words[round - 7]! + second;
			}
			const choice = (e & f) ^ (~e & g);
			const majority = (a & b) ^ (a & c) ^ (b & c);
			const next = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + cubes[round]! + words[round]!;
			const sum = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority;
			[a, b, c, d, e, f, g, h] = [(next + sum) | 0, a, b, c, (d + next) | 0, e, f, g];
		}
		for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index]! + word) | 0;
	}
	const hash = new DataView(new ArrayBuffer(32));
	for (const [index, word] of state.entries()) hash.setInt32(index * 4, word);
	return new Uint8Array(hash.buffer);
}
