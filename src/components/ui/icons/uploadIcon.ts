export const uploadIcon = { name: 'upload', path: 'M8 10.5v-8M4.75 5.5 8 2.25l3.25 3.25M2.75 13.25h10.5' };
