export const offlineIcon = {
	name: 'offline',
	path: 'm2 2 12 12M4.5 8.5a5 5 0 0 1 1.75-1.1M1.75 5.75A9 9 0 0 1 4 4.1m3-.85A9 9 0 0 1 14.25 5.75M9.75 7.5a5 5 0 0 1 1.75 1M8 12.25h.01',
};
