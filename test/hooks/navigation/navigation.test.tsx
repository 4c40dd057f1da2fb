import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { localPreferences } from '../../../src/hooks/context/preferences';
import { usePreference } from '../../../src/hooks/context/usePreference';
import { useNavigation } from '../../../src/hooks/navigation/navigation';
import type { CustomersProviderProps } from '../../../src/index';
import { CustomersProvider } from '../../../src/index';
import { backendOf } from '../setup';

function Page() {
	const { Link, navigate } = useNavigation();
	return (
		<>
			<Link href="/customers/cus_1">open</Link>
			<button type="button" onClick={() => navigate('/customers')}>
				back
			</button>
		</>
	);
}

const show = (props: Partial<CustomersProviderProps> = {}) =>
	render(
		<CustomersProvider backend={backendOf(0)} {...props}>
			<Page />
		</CustomersProvider>,
	);

afterEach(() => {
	vi.restoreAllMocks();
	localStorage.clear();
});

describe('links', () => {
	/** Whether the browser would follow the link itself. */
	const followed = (init: MouseEventInit = {}) =>
		fireEvent.click(screen.getByRole('link', { name: 'open' }), { cancelable: true, ...init });

	it('are plain ones, and moves go through the History API', () => {
		show();
		const heard = vi.fn();
		window.addEventListener('popstate', heard, { once: true });
		expect(followed()).toBe(true);
		fireEvent.click(screen.getByRole('button'));
		expect(window.location.pathname).toBe('/customers');
		expect(heard).toHaveBeenCalledTimes(1);
	});

	it("go through the host's navigate, except when the user wants a new tab", () => {
		const navigate = vi.fn();
		show({ navigate });
		expect(followed({ ctrlKey: true })).toBe(true);
		expect(followed({ metaKey: true })).toBe(true);
		expect(navigate).not.toHaveBeenCalled();
		expect(followed()).toBe(false);
		expect(navigate).toHaveBeenCalledWith('/customers/cus_1');
	});

	it("are the host's own where it gives a component", () => {
		show({ Link: ({ href, children }) => <a href={`/app${href}`}>{children}</a> });
		expect(screen.getByRole('link', { name: 'open' }).getAttribute('href')).toBe('/app/customers/cus_1');
	});
});

describe('preferences', () => {
	const isDensity = (value: unknown): value is { density: string } => typeof (value as { density: unknown }).density === 'string';
	function Choice() {
		const [value, choose] = usePreference('density', { density: 'normal' }, isDensity);
		return (
			<button type="button" onClick={() => choose({ density: 'dense' })}>
				{value.density}
			</button>
		);
	}
	const provided = (props: Partial<CustomersProviderProps>) => (
		<CustomersProvider backend={backendOf(0)} {...props}>
			<Choice />
		</CustomersProvider>
	);
	const showChoice = (props: Partial<CustomersProviderProps> = {}) => render(provided(props));

	it('are remembered on the device', () => {
		const first = showChoice();
		fireEvent.click(screen.getByText('normal'));
		first.unmount();
		showChoice();
		expect(screen.getByText('dense')).toBeTruthy();
	});

	it('of one user are not those of the next, and do not tell who either is', () => {
		const first = showChoice({ scope: 'asha@example.com' });
		fireEvent.click(screen.getByText('normal'));
		first.rerender(provided({ scope: 'ravi@example.com' }));
		expect(screen.getByText('normal')).toBeTruthy();
		first.rerender(provided({ scope: 'asha@example.com' }));
		expect(screen.getByText('dense')).toBeTruthy();
		expect(Object.keys(localStorage)).toEqual([expect.stringMatching(/^proyecta-customers:[a-z0-9]{1,7}:density$/)]);
	});

	it('that make no sense are ignored', () => {
		localStorage.setItem('proyecta-customers:density', '{"broken":');
		expect(localPreferences('').get('density')).toBeUndefined();
		localPreferences('').set('density', 7);
		showChoice();
		expect(screen.getByText('normal')).toBeTruthy();
	});

	it('hold for the page where nothing can be stored', () => {
		const broken = () => {
			throw new Error('blocked');
		};
		vi.spyOn(Storage.prototype, 'setItem').mockImplementation(broken);
		vi.spyOn(Storage.prototype, 'getItem').mockImplementation(broken);
		const first = showChoice();
		fireEvent.click(screen.getByText('normal'));
		expect(screen.getByText('dense')).toBeTruthy();
		first.unmount();
		showChoice({ preferences: { get: broken, set: broken } });
		fireEvent.click(screen.getByText('normal'));
		expect(screen.getByText('dense')).toBeTruthy();
	});
});
