export const lockIcon = {
	name: 'lock',
	path: 'M5 7V5a3 3 0 0 1 6 0v2m-7.5 0h9v6.5h-9z',
};
