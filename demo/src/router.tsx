import { type ComponentProps, type MouseEvent, useSyncExternalStore } from 'react';

/** Moves without loading a page. */
export function navigate(href: string, options?: { replace?: boolean }): void {
	const from = window.location.pathname;
	window.history[options?.replace ? 'replaceState' : 'pushState'](null, '', href);
	window.dispatchEvent(new PopStateEvent('popstate'));
	if (window.location.pathname !== from) window.scrollTo(0, 0);
}

/** The current path, kept up to date. */
export function usePath(): string {
	return useSyncExternalStore(
		(changed) => {
			window.addEventListener('popstate', changed);
			return () => window.removeEventListener('popstate', changed);
		},
		() => window.location.pathname,
	);
}

/** A link within the app; modified clicks stay the browser's. */
export function Link({ href, onClick, ...props }: ComponentProps<'a'> & { href: string }) {
	const follow = (event: MouseEvent<HTMLAnchorElement>) => {
		onClick?.(event);
		if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		navigate(href);
	};
	return <a {...props} href={href} onClick={follow} />;
}
