import { configure } from 'storybook/test';
import { stories } from './stories';

declare global {
	/** What the browser blocked so far. */
	var blocked: string[];
	/** Shows a story and plays it to its end, however it ends. */
	var play: (name: string) => Promise<void>;
}

// What a play waits for in vain is no matter of this page.
configure({ asyncUtilTimeout: 2_000 });

globalThis.blocked = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber }) => {
	blocked.push([violatedDirective, blockedURI, sample, sourceFile, lineNumber].join(' '));
});
globalThis.play = (name) => {
	const canvasElement = document.createElement('div');
	document.body.replaceChildren(canvasElement);
	return stories[name]!.run({ canvasElement }).catch(() => undefined);
};
