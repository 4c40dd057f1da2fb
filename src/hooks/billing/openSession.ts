import { CustomerError } from '../../contract/errors';

/** Where a vendor's page opens: here (`same-tab`), in a tab of its own (`new-tab`), or as the host likes. */
export type OpenSession = 'same-tab' | 'new-tab' | ((url: string) => void);

/** A place for a vendor's page, before its address is known. */
export interface SessionPlace {
	/** The tab that will come back. */
	tab: Window;
	/** A tab of its own was blocked, so that this page is left after all. */
	leaves: boolean;
	/**
	 * What goes there.
	 * @throws `bad_response` for an address that is none of the web
	 */
	to: (url: string) => () => void;
	/** It will not be needed. */
	close: () => void;
}

/** Makes the place within the click, because a tab that is opened after the answer is blocked. Where it is blocked all the same, this page goes. */
export function openSession(open: OpenSession): SessionPlace {
	const opened = open === 'new-tab' ? window.open('about:blank', '_blank') : null;
	const tab = opened ?? window;
	const assign = typeof open === 'function' ? open : (url: string) => tab.location.assign(url);
	return {
		tab,
		leaves: opened === null && open === 'new-tab',
		to: (url) => {
			const address = webAddress(url);
			return () => assign(address);
		},
		close: () => opened?.close(),
	};
}

/** A script in the place of an address would run in the page. */
function webAddress(url: string): string {
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
		throw new CustomerError('bad_response', { message: 'The backend sent the customer to something that is no web address.' });
	return url;
}
