/** Lets the browser ask, in its own words, before the tab is closed or reloaded; until the function that it returns is called. */
export function warnBeforeUnload(): () => void {
	const warn = (event: BeforeUnloadEvent) => event.preventDefault();
	window.addEventListener('beforeunload', warn);
	return () => window.removeEventListener('beforeunload', warn);
}
