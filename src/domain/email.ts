const maxDomainLength = 253;

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// Characters that would make a URL parser read something else than a host.
const notInDomain = /[\s\p{Cc}#%/:<>?@[\\\]^|]/u;

/** The domain in its ASCII form (`münchen.de` → `xn--mnchen-3ya.de`), lower case; `null` when it is no internet domain. */
export function asciiDomain(domain: string): string | null {
	if (notInDomain.test(domain)) return null;
	let host: string;
	try {
		host = new URL(`http://${domain}/`).hostname;
	} catch {
		return null;
	}
	const labels = host.split('.');
	// The last label of an IPv4 address is a number; no top-level domain is.
	const named = labels.length > 1 && !/^\d+$/.test(labels[labels.length - 1]!);
	return named && host.length <= maxDomainLength && labels.every((text) => label.test(text)) ? host : null;
}

/**
 * The key by which emails are compared: NFC, trimmed, lower case, the domain in ASCII form. No dot or plus folding.
 * Text that is no email has a key too, so that stored values can always be compared.
 *
 * @returns the key; two emails are the same where their keys are
 * @example
 * emailKey('Asha@BÜCHER.example ') === emailKey('asha@xn--bcher-kva.example');
 */
export function emailKey(email: string): string {
	const text = email.trim().toLowerCase().normalize('NFC');
	const at = text.lastIndexOf('@');
	const domain = at < 0 ? null : asciiDomain(text.slice(at + 1));
	return domain === null ? text : `${text.slice(0, at)}@${domain}`;
}
