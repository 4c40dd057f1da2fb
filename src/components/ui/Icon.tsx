'use client';

/** Outlines on a 16 px grid, of the icons that tables and forms show at first; other parts bring theirs. */
const paths = {
	alert: 'M8 5v3.5M8 11h.01M8 1.75 14.5 13.5h-13z',
	ascending: 'M8 13V3M4.5 6.5 8 3l3.5 3.5',
	back: 'M9.75 3.5 5.25 8l4.5 4.5',
	check: 'm3 8.5 3.25 3.25L13 4.75',
	close: 'm4 4 8 8m0-8-8 8',
	columns: 'M2.5 3h11v10h-11zm3.67 0v10M9.83 3v10',
	descending: 'M8 3v10M4.5 9.5 8 13l3.5-3.5',
	first: 'M11.5 3.5 7 8l4.5 4.5M4.5 3.5v9',
	forward: 'M6.25 3.5 10.75 8l-4.5 4.5',
	plus: 'M8 3v10M3 8h10',
	refresh: 'M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 1.75V4.5h-2.75',
	search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9m3.25-1.25 3.25 3.25',
	sort: 'm5 6 3-3 3 3M5 10l3 3 3-3',
	views: 'M2.5 4h11M4.5 8h7m-5 4h3',
} as const;

/** One of the usual icons, or another one: what it is called and its outline. */
export type IconName = keyof typeof paths | { name: string; path: string };

/** A decoration: screen readers never hear it. */
export function Icon({ name, spinning = false }: { name: IconName; spinning?: boolean }) {
	const { name: called, path } = typeof name === 'string' ? { name, path: paths[name] } : name;
	return (
		<svg
			data-slot="pc-icon"
			className="pc-icon"
			data-icon={called}
			data-state={spinning ? 'spinning' : undefined}
			viewBox="0 0 16 16"
			width="16"
			height="16"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.5"
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
		>
			<path d={path} />
		</svg>
	);
}
