import { stories } from './stories';

declare global {
	/** What the browser blocked so far. */
	var blocked: string[];
	/** Shows a story and plays it to its end, however it ends. */
	var play: (name: string) => Promise<void>;
}

globalThis.blocked = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber }) => {
	blocked.push([violatedDirective, blockedURI, sample, sourceFile, lineNumber].join(' '));
});
globalThis.play = (name) => {
	const canvasElement = document.createElement('div');
	document.body.replaceChildren(canvasElement);
	return stories[name]!.run({ canvasElement }).catch(() => undefined);
};
