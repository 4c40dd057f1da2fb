export const upIcon = { name: 'up', path: 'M3.5 10 8 5.5l4.5 4.5' };
