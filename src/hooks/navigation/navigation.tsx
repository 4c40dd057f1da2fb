'use client';
import type { ComponentType, MouseEvent, ReactNode } from 'react';
import { createContext, useContext } from 'react';
import { isPlain } from './guardLinks';
import { leavePage } from './leaveGuards';

/** Goes to an address of the app. */
export type Navigate = (
	href: string,
	options?: {
		/** Replace the current entry instead of adding one. @default false */
		replace?: boolean;
	},
) => void;

/** What the kit gives to a link; a host's router link takes the same. */
export interface LinkProps {
	/** Where it leads. */
	href: string;
	/** What it says. */
	children?: ReactNode;
	/** A class for it. */
	className?: string;
	/** Called before it is followed; `event.preventDefault()` keeps it from that. */
	onClick?: (event: MouseEvent<HTMLAnchorElement>) => void;
	[attribute: `data-${string}` | `aria-${string}`]: string | boolean | undefined;
	/** `-1` where the Tab key passes it by. */
	tabIndex?: number;
	/** Called when it has the focus. */
	onFocus?: () => void;
	/** Called when it is pointed at. */
	onPointerEnter?: () => void;
	/** Called when it no longer is. */
	onPointerLeave?: () => void;
}

/** What the kit's links are drawn with: an `<a>`, or a router's own. */
// The second is for React 18, whose components have `propTypes`: those of Next's link take more than text for an address.
export type LinkComponent = ComponentType<LinkProps> | ((props: LinkProps) => ReactNode);

/** How links and programmatic moves work below a provider. */
export interface Navigation {
	Link: LinkComponent | 'a';
	navigate: Navigate;
}

/** Moves with the History API and tells listeners of `popstate`, so that a page without a router can follow. */
export const historyNavigate: Navigate = (href, options) => {
	history[options?.replace ? 'replaceState' : 'pushState'](null, '', href);
	dispatchEvent(new PopStateEvent('popstate'));
};

/** A link for hosts that give `navigate` but no `Link`: plain clicks go through `navigate`, all others stay the browser's. */
export function NavigatingLink({ href, onClick, ...props }: LinkProps) {
	const { navigate } = useNavigation();
	const follow = (event: MouseEvent<HTMLAnchorElement>) => {
		onClick?.(event);
		if (!isPlain(event)) return;
		event.preventDefault();
		navigate(href);
	};
	return <a {...props} href={href} onClick={follow} />;
}

/** `navigate` that waits where someone has typing to lose. */
export function guardNavigate(navigate: Navigate): Navigate {
	return (...move) => leavePage(() => navigate(...move));
}

/** Set by the provider, and by a page that routes on its own. */
export const NavigationContext = createContext<Navigation>({ Link: 'a', navigate: historyNavigate });

/** The host's `Link` and `navigate`, or the defaults. */
export function useNavigation(): Navigation {
	return useContext(NavigationContext);
}
