import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useLeaveGuard } from '../../../src/index';

/** A page of a host whose router hears clicks where its links are drawn, as all of them do. */
function Page({ dirty, onRoute }: { dirty: boolean; onRoute: (href: string) => void }) {
	const leaving = useLeaveGuard(dirty);
	const link = (href: string, attributes: object = {}) => (
		<a
			href={href}
			onClick={(event) => {
				event.preventDefault();
				onRoute(href);
			}}
			{...attributes}
		>
			<span>{`to ${href}${Object.keys(attributes)}`}</span>
		</a>
	);
	return (
		<>
			{link('/elsewhere')}
			{link('#part')}
			{link('#/customers/2')}
			{link('/file', { download: 'file' })}
			{link('/tab', { target: '_blank' })}
			{link('mailto:asha@example.com')}
			{leaving.asking && (
				<div role="alertdialog">
					<button type="button" onClick={leaving.keep}>
						stay
					</button>
					<button type="button" onClick={leaving.discard}>
						leave
					</button>
				</div>
			)}
		</>
	);
}

describe('a link of the host or of its router', () => {
	const show = (dirty: boolean) => {
		const onRoute = vi.fn();
		render(<Page dirty={dirty} onRoute={onRoute} />);
		return onRoute;
	};
	const click = (text: string, init = {}) => fireEvent.click(screen.getByText(text), init);
	const asked = () => screen.queryByRole('alertdialog') !== null;

	it('waits for the answer where there is something to lose', () => {
		const onRoute = show(true);
		click('to /elsewhere');
		expect(asked()).toBe(true);
		expect(onRoute).not.toHaveBeenCalled();
		click('stay');
		expect(asked()).toBe(false);
		click('to /elsewhere');
		click('leave');
		expect(onRoute).toHaveBeenCalledExactlyOnceWith('/elsewhere');
		expect(asked()).toBe(false);
	});

	it('waits for the answer where a hash router’s link leads to another page', () => {
		const onRoute = show(true);
		click('to #/customers/2');
		expect(asked()).toBe(true);
		expect(onRoute).not.toHaveBeenCalled();
	});

	it('waits for the answer inside a web component, too', () => {
		show(true);
		const host = document.body.appendChild(document.createElement('div'));
		host.attachShadow({ mode: 'open' }).innerHTML = '<a href="/inside"><span>inside</span></a>';
		fireEvent.click(host.shadowRoot!.querySelector('span')!, { composed: true });
		host.remove();
		expect(asked()).toBe(true);
	});

	it('is all that is asked about: clicks that scripts make on the page go their way', () => {
		show(true);
		const onError = vi.fn((event: ErrorEvent) => event.preventDefault());
		window.addEventListener('error', onError);
		fireEvent.click(document);
		window.removeEventListener('error', onError);
		expect(onError).not.toHaveBeenCalled();
		expect(asked()).toBe(false);
	});

	it('is followed at once where there is nothing to lose', () => {
		const onRoute = show(false);
		click('to /elsewhere');
		expect(onRoute).toHaveBeenCalledExactlyOnceWith('/elsewhere');
		expect(asked()).toBe(false);
	});

	it.each(['to #part', 'to /filedownload', 'to /tabtarget', 'to mailto:asha@example.com'])(
		'that leaves the page where it is asks nothing: %s',
		(text) => {
			const onRoute = show(true);
			click(text);
			expect(onRoute).toHaveBeenCalledOnce();
			expect(asked()).toBe(false);
		},
	);

	it('asks nothing when it is opened in a new tab', () => {
		const onRoute = show(true);
		click('to /elsewhere', { ctrlKey: true });
		expect(onRoute).toHaveBeenCalledOnce();
		expect(asked()).toBe(false);
	});
});
