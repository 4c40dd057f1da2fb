/** Hands a file to the person at the browser, who finds it among the downloads. */
export function saveFile(file: Blob, name: string): void {
	const url = URL.createObjectURL(file);
	const link = Object.assign(document.createElement('a'), { href: url, download: name });
	// Firefox ignores a link that is not in the page.
	document.body.append(link);
	link.click();
	link.remove();
	// Browsers read the file after the click; a minute is long enough for any of them.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
