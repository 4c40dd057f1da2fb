const paths = {
	overview: 'M4 5.5A1.5 1.5 0 0 1 5.5 4h9A1.5 1.5 0 0 1 16 5.500v9a1.5 1.5 0 0 1-1.5 1.500h-9A1.5 1.5 0 0 1 4 14.500zM4 8h12M9 8v8',
	customers:
		'M7.5 9.500a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.500ZM2.5 16a5 5 0 0 1 10 0M13 4.300a2.75 2.75 0 0 1 0 5M14.5 12a5 5 0 0 1 3 4',
	signUp: 'M8.5 9.500a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.500ZM3.5 16a5 5 0 0 1 10 0M16 7v5M13.5 9.500h5',
	billing: 'M3.5 5.500h13v9h-13zM3.5 8.500h13M6 12h3',
	arrow: 'M5 10h10M11 6l4 4-4 4',
	check: 'M5 10.500l3.5 3.500L15.5 7',
	signOut: 'M12 6V4.500H4.500v11H12V14M9 10h8M14.5 7.5 17 10l-2.5 2.5',
	menu: 'M3.500 6h13M3.500 10h13M3.500 14h13',
	close: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
	upload: 'M10 13V4M6.500 7.500 10 4l3.500 3.500M4 13v3h12v-3',
	plus: 'M10 4.500v11M4.500 10h11',
	lock: 'M5.500 9.500h9v6.500h-9zM7.500 9.500V7a2.500 2.500 0 0 1 5 0v2.500',
};

export type IconName = keyof typeof paths;

/** A line drawing that goes with a text, and is hidden from those who hear the page. */
export function Icon({ name }: { name: IconName }) {
	return (
		<svg className="icon" viewBox="0 0 20 20" data-icon={name} aria-hidden="true">
			<path d={paths[name]} />
		</svg>
	);
}
