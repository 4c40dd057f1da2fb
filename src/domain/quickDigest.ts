import { digest, toBase64url } from './digest';
import { sha256 } from './sha256';

/** In UTF-16 units: what is longer WebCrypto hashes sooner, on a thread of its own. */
const short = 1_000;

/** {@link digest} for servers: what is short is hashed here, which costs a quarter of a job for WebCrypto's threads, and brings `sha256` along. */
export async function quickDigest(text: string): Promise<string> {
	return text.length > short ? digest(text) : toBase64url(sha256(new TextEncoder().encode(text)));
}
