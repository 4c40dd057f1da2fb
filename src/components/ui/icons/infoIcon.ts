export const infoIcon = { name: 'info', path: 'M8 7.5v3.75M8 5h.01M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0' };
