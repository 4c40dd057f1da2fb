/** A body in more pieces than networks make of it costs more time and memory to put together than all that is in it. */
export function mostPieces(limit: number): number {
	return Math.max(1000, limit / 64);
}

/**
 * The bytes of a body, counted while they come in: `null` where they are more than `limit`, or come in more than {@link mostPieces} pieces.
 * The rest is then not read.
 */
export async function collectBytes(
	reader: ReadableStreamDefaultReader<Uint8Array>,
	limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
	let bytes = new Uint8Array(Math.min(limit, 4096));
	let size = 0;
	for (let pieces = 0; ; pieces++) {
		const { done, value } = await reader.read();
		if (done) return bytes.subarray(0, size);
		const end = size + value.byteLength;
		if (end > limit || pieces >= mostPieces(limit)) {
			void reader.cancel().catch(() => {});
			return null;
		}
		if (end > bytes.byteLength) {
			const larger = new Uint8Array(Math.min(limit, Math.max(end, 2 * size)));
			larger.set(bytes);
			bytes = larger;
		}
		bytes.set(value, size);
		size = end;
	}
}
