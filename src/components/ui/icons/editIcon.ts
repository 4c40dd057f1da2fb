export const editIcon = { name: 'edit', path: 'm10.25 3.25 2.5 2.5M2.5 13.5l.75-3.25 7.5-7.5 2.5 2.5-7.5 7.5z' };
