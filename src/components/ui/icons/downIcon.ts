export const downIcon = { name: 'down', path: 'm3.5 6 4.5 4.5L12.5 6' };
