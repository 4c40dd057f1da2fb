const paths = {
	overview: 'M4 5.5A1.5 1.5 0 0 1 5.5 4h9A1.5 1.5 0 0 1 16 5.500v9a1.5 1.5 0 0 1-1.5 1.500h-9A1.5 1.5 0 0 1 4 14.500zM4 8h12M9 8v8',
	customers:
		'M7.5 9.500a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.500ZM2.5 16a5 5 0 0 1 10 0M13 4.300a2.75 2.75 0 0 1 0 5M14.5 12a5 5 0 0 1 3 4',
	signUp: 'M8.5 9.500a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.500ZM3.5 16a5 5 0 0 1 10 0M16 7v5M13.5 9.500h5',
	billing: 'M3.5 5.500h13v9h-13zM3.5 8.500h13M6 12h3',
	arrow: 'M5 10h10M11 6l4 4-4 4',
	check: 'M5 10.500l3.5 3.500L15.5 7',
	signOut: 'M12 6V4.500H4.500v11H12V14M9 10h8M14.5 7.5 17 10l-2.5 2.5',
};

/** A line drawing that goes with a text, and is hidden from those who hear the page. */
export function Icon({ name }: { name: keyof typeof paths }) {
	return (
		<svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
			<path d={paths[name]} />
		</svg>
	);
}
